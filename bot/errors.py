"""The last net: what a handler did not expect reaches the worker, which alone decides what becomes of the update."""

from typing import Any

from telegram.ext import CallbackContext

from bot.handling import HANDLING


async def catch(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Hand the error to the worker: `process_update` itself never raises."""
    error = context.error
    HANDLING.get().error = error if isinstance(error, Exception) else RuntimeError(str(error))
