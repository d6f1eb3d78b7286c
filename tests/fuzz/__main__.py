"""`make fuzz`: 90,000 strange updates and 10,000 strange documents; a line of result for each, and what broke."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.fuzz.driving import drive, drive_documents


def main() -> int:
    """The exit status: 1 when anything broke."""
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("--updates", type=int, default=90_000)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    broken = 0
    for kind, count, driving in (("updates", chosen.updates, drive), ("documents", chosen.documents, drive_documents)):
        with tempfile.TemporaryDirectory() as folder:
            wrong = asyncio.run(driving(Path(folder), count, chosen.seed))
        for one in wrong[:200]:
            print(one)
        print(f"{count} strange {kind}, seed {chosen.seed}: {len(wrong)} unhandled errors (limit 0)", flush=True)
        broken += len(wrong)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
