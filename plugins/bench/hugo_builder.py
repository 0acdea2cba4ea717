"""Hugo with the same items: columns are sections; topics, bylines, years, months are taxonomies."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from plugins.bench.builders import Builder, Surroundings, Workload
from plugins.bench.corpus import SOURCE, Sample, body_of, slugs_of_columns, write_text

SITE = Path(__file__).resolve().parent / "beside" / "hugo"
TITLES = {
    "columns": "栏目",
    "topics": "专题",
    "bylines": "署名",
    "archive": "历年",
    "months": "历月",
}


def hugo_builder(
    program: Path, workload: Workload, surroundings: Surroundings, folder: Path, *, related: bool
) -> Builder:
    """Write the items as Hugo wants them, beside its theme.

    `related` is whether Hugo's own search finds related items; else they are the newest of the
    same topics, which takes it half the time.
    """
    shutil.copytree(SITE, folder)
    shutil.copytree(surroundings.assets, folder / "static" / "assets")
    write_text(folder / "data" / "frames.json", json.dumps(surroundings.frames))
    slugs = slugs_of_columns(workload.samples)
    for sample in workload.samples:
        write_text(folder / _item_path(sample, slugs), _item_text(sample))
    titles = TITLES | {f"columns/{slug}": name for name, slug in slugs.items()}
    for place, title in titles.items():
        write_text(folder / "content" / place / "_index.md", _front_matter({"title": title}))
    settings = "hugo.toml,feeds.toml" if workload.domain else "hugo.toml"
    base = f"https://{workload.domain}/" if workload.domain else "/"
    return Builder(
        name="Hugo" if related else "Hugo（相关从简）",
        folder=folder,
        command=(str(program), "--config", settings, "--baseURL", base),
        item=folder / _item_path(workload.samples[0], slugs),
        output=folder / "public",
        leftovers=(folder / "public", folder / "resources", folder / "cache"),
        serve=lambda port: (
            *(str(program), "server", "--config", settings, "--port", str(port)),
            *("--baseURL", f"http://127.0.0.1:{port}/", "--appendPort=false"),
        ),
        environment={
            "HUGO_CACHEDIR": str(folder / "cache"),
            "HUGO_PARAMS_RELATED": str(related).lower(),
        },
    )


def _item_path(sample: Sample, slugs: Mapping[str, str]) -> Path:
    return Path("content", "columns", slugs[sample.column], f"{sample.name}.md")


def _item_text(sample: Sample) -> str:
    role, _, name = sample.byline.partition(" ")
    values = {
        "title": sample.title,
        "date": sample.date,
        "source": SOURCE,
        "role": role,
        "bylines": [name],
        "topics": sample.topics,
        "archive": [sample.date[:4]],
        "months": [sample.date[:7]],
    }
    return f"{_front_matter(values)}\n{body_of(sample)}"


def _front_matter(values: Mapping[str, object]) -> str:
    """Write YAML; what JSON quotes, YAML reads."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join(["---", *lines, "---", ""])
