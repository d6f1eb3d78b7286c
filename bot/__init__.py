"""Assembly, and both ends of the line to Telegram."""
