"""What tests stand on: the cast, the stage, the hand clock, the player of transcripts."""
