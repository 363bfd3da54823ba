"""Spreads work over processes, shows how far it is, and ends at once when told to.

Workers are handed strings and give back strings: what they make lies in the store or on disk, whole or
not at all. So it does no harm to stop them at any time, and a second run goes on where the first ended.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from tqdm import tqdm

Task = TypeVar("Task")
Result = TypeVar("Result")
_TASKS_PER_WORKER = 500  # then fresh ones take over; memory stands at half a gigabyte by then
_ROUNDS = 4  # at most: what a fresh worker reads first grows with the site, as the tasks do


def processes(tasks: int) -> int:
    """Return how many processes are worth their start for that many tasks."""
    wanted = int(os.environ.get("PRESS_PROCESSES", "0")) or os.cpu_count() or 1
    return max(1, min(wanted, tasks // 4))


def spread(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    start: Callable[..., None],
    arguments: tuple[object, ...],
    label: str,
) -> Iterator[tuple[Task, Result | BaseException]]:
    """Yield each task with its result, or with the exception it ended in, in the order they end.

    work and start must be functions of a module. start(*arguments) runs first in every process.
    With one process all is done in this one. KeyboardInterrupt ends the workers and is raised on.
    """
    if not tasks:
        return
    many = processes(len(tasks))
    bar = tqdm(total=len(tasks), desc=label, unit="", disable=None, leave=False, file=sys.stderr)
    with bar:
        # Rounds, and not the pool's own max_tasks_per_child: with many tasks waiting it forgets to
        # start a fresh worker for one that has done its share, and stands still (Python 3.11,
        # gh-115634). Alone there is nobody to replace.
        share = len(tasks) if many == 1 else _share(len(tasks), many)
        for n in range(0, len(tasks), share):
            for result in _round(work, tasks[n : n + share], start, arguments, many):
                bar.update()
                yield result


def _share(tasks: int, many: int) -> int:
    """Return how many tasks that many workers do before fresh ones take over."""
    return max(many * _TASKS_PER_WORKER, -(-tasks // _ROUNDS))


def _alone(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    start: Callable[..., None],
    arguments: tuple[object, ...],
) -> Iterator[tuple[Task, Result | BaseException]]:
    start(*arguments)
    for task in tasks:
        try:
            yield task, work(task)
        except Exception as error:
            yield task, error


def _round(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    start: Callable[..., None],
    arguments: tuple[object, ...],
    many: int,
) -> Iterator[tuple[Task, Result | BaseException]]:
    if many == 1:
        yield from _alone(work, tasks, start, arguments)
        return
    # Fresh processes: the typesetter has threads, and a fork would copy them half.
    pool = ProcessPoolExecutor(many, get_context("spawn"), _begin, (start, arguments))
    try:
        with _no_interrupts():
            waiting = {pool.submit(work, task): task for task in tasks}
        for done in as_completed(waiting):
            task, error = waiting.pop(done), done.exception()
            if isinstance(error, BrokenProcessPool):
                raise error
            yield task, error or done.result()
    except BrokenProcessPool as error:
        raise RuntimeError("a worker was ended from outside; run the same command again") from error
    except BaseException:
        # Ctrl-C: what waits is dropped, what runs is ended; nothing is half written.
        for worker in list((pool._processes or {}).values()):
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while workers start, in them too: half awake they would answer it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(start: Callable[..., None], arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    Thread(target=_end_with_parent, daemon=True).start()
    start(*arguments)


def _end_with_parent() -> None:
    """Wait for the parent's end and end too: a worker whose parent was killed would wait for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
