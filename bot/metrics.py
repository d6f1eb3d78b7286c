"""The program's figures as Prometheus reads them. What each means and when to worry: docs/operating.md."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric

from actions.gauges import Gauges
from bot.vitals import BUCKETS, Delays, Vitals
from domain.outgoing import Lane
from storage.migrations import newest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
CALLS = ("poll", "send")


def written(vitals: Vitals, found: Gauges | None, version: str) -> bytes:
    """All of them as text; without `found` (the database cannot be read) those that the program knows by itself."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_Collector(vitals, found, version))
    return generate_latest(registry)


class _Collector:
    """Hands the figures over at one look."""

    def __init__(self, vitals: Vitals, found: Gauges | None, version: str) -> None:
        self._vitals = vitals
        self._found = found
        self._version = version

    def describe(self) -> list[Metric]:
        """Nothing is looked at before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        """The figures."""
        build = GaugeMetricFamily("gridwarden_build_info", "The program that runs.", labels=["version", "schema"])
        build.add_metric([self._version, str(newest())], 1)
        yield build
        yield _gauge(
            "gridwarden_database_readable", "1: the figures of the database are here.", self._found is not None
        )
        yield from _of_program(self._vitals)
        if self._found is not None:
            yield from _of_database(self._found)


def _of_program(vitals: Vitals) -> Iterator[Metric]:
    ages = vitals.ages()
    if "intake" in ages:
        yield _gauge("gridwarden_last_poll_age_seconds", "Since Telegram last answered a poll.", ages["intake"])
    yield _by("gridwarden_part_age_seconds", "Since the last sign of life of a part.", "part", ages)
    refused = CounterMetricFamily("gridwarden_refused", "Answers 429 of Telegram.", labels=["call"])
    for call in CALLS:
        refused.add_metric([call], vitals.refused[call])
    yield refused
    failed = CounterMetricFamily("gridwarden_messages_failed", "Messages given up.", labels=["lane"])
    for lane in Lane:
        failed.add_metric([_name(lane)], vitals.failed[lane])
    yield failed
    delay = HistogramMetricFamily(
        "gridwarden_send_delay_seconds", "From when a message could go until it stood in the chat.", labels=["lane"]
    )
    for lane, delays in vitals.delays.items():
        delay.add_metric([_name(lane)], _buckets(delays), delays.seconds)
    yield delay


def _of_database(found: Gauges) -> Iterator[Metric]:
    yield _gauge("gridwarden_updates_waiting", "Updates that nobody has handled yet.", found.waiting)
    yield _gauge("gridwarden_updates_waiting_age_seconds", "How long the oldest of them waits.", found.waiting_seconds)
    yield _gauge("gridwarden_updates_set_aside", "Updates whose handling failed; they are kept.", found.aside)
    waiting = {_name(lane): n for lane, n in found.outbox.items()}
    yield _by("gridwarden_outbox_waiting", "Messages that have not gone out yet.", "lane", waiting)
    oldest = {_name(lane): seconds for lane, seconds in found.outbox_seconds.items()}
    yield _by("gridwarden_outbox_waiting_age_seconds", "How long the oldest could have gone.", "lane", oldest)
    yield _by("gridwarden_reports", "Today's units by state.", "state", found.reports)
    yield _by("gridwarden_steps", "Today's steps by state.", "state", found.steps)
    yield _gauge("gridwarden_steps_late", "Today's steps that were or are late.", found.steps_late)
    yield _gauge("gridwarden_database_bytes", "What the database takes.", found.database_bytes)


def _gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, text, value=float(value))


def _by(name: str, text: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=[label])
    for told, value in values.items():
        family.add_metric([told], value)
    return family


def _buckets(delays: Delays) -> list[tuple[str, float]]:
    """Prometheus counts in each bucket what is below its bound, that of the smaller ones included."""
    bounds = [*map(str, BUCKETS), "+Inf"]
    return list(zip(bounds, map(float, accumulate(delays.counts)), strict=True))


def _name(lane: Lane) -> str:
    return lane.name.lower()
