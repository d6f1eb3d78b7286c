"""`make fuzz`: 90,000 strange updates and 10,000 strange documents; one line of result, and what broke."""

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
    with tempfile.TemporaryDirectory() as updates, tempfile.TemporaryDirectory() as documents:
        wrong = asyncio.run(drive(Path(updates), chosen.updates, chosen.seed))
        wrong += asyncio.run(drive_documents(Path(documents), chosen.documents, chosen.seed))
    for one in wrong[:200]:
        print(one)
    done = f"{chosen.updates} updates and {chosen.documents} documents, seed {chosen.seed}"
    print(f"{done}: {len(wrong)} unhandled errors (limit 0)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
