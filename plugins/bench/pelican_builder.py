"""Vanilla Pelican with the same items: its own categories, tags, authors and archives."""

import json
import shutil
from pathlib import Path

from plugins.bench.builders import Builder, Surroundings, Workload
from plugins.bench.corpus import (
    SOURCE,
    Sample,
    body_of,
    item_path,
    slugs_of_columns,
    write_text,
)
from plugins.bench.frames import address_of_column

SITE = Path(__file__).resolve().parent / "beside" / "pelican"
CACHE = ("--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")


def pelican_builder(
    python: Path, workload: Workload, surroundings: Surroundings, folder: Path, *, cached: bool
) -> Builder:
    """Write the items as Pelican wants them, beside its theme; `cached` is with its own cache."""
    shutil.copytree(SITE, folder)
    shutil.copytree(surroundings.assets, folder / "static" / "assets")
    slugs = slugs_of_columns(workload.samples)
    places = {name: address_of_column(slug) for name, slug in slugs.items()}
    frames = {"FRAMES": surroundings.frames, "PLACES": places}
    write_text(folder / "frames.json", json.dumps(frames))
    for sample in workload.samples:
        write_text(folder / "content" / item_path(sample), _item_text(sample))
    return Builder(
        name="Pelican（缓存）" if cached else "Pelican",
        folder=folder,
        command=(
            *(str(python), "-m", "pelican", "content", "--settings", "pelicanconf.py"),
            *("--output", "output", *(CACHE if cached else ())),
        ),
        item=folder / "content" / item_path(workload.samples[0]),
        output=folder / "output",
        leftovers=(folder / "output", folder / "cache"),
        environment={"DOMAIN": workload.domain},
    )


def _item_text(sample: Sample) -> str:
    role, _, name = sample.byline.partition(" ")
    return (
        f"Title: {sample.title}\nDate: {sample.date}\nCategory: {sample.column}\n"
        f"Tags: {', '.join(sample.topics)}\nAuthors: {name}\nSlug: {sample.name}\n"
        f"Source: {SOURCE}\nRole: {role}\n\n{body_of(sample)}"
    )
