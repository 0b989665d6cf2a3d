"""Write the pages and their truth into a folder: `python -m bench.pages_vi OUT`."""

import argparse
import gzip
import json
from pathlib import Path

from bench.pages_vi.pages import SEED, Page, build_pages


def write(pages: list[Page], out: Path) -> None:
    """One folder a half: html/ID.html.gz, ground-truth.json, dates.json, blocks.jsonl."""
    for half in ("dev", "test"):
        own = [page for page in pages if page.half == half]
        folder = out / half
        (folder / "html").mkdir(parents=True, exist_ok=True)
        for page in own:
            packed = gzip.compress(page.html, mtime=0)
            (folder / "html" / f"{page.id}.html.gz").write_bytes(packed)
        truth = {page.id: {"articleBody": page.article, "url": page.address} for page in own}
        _json(folder / "ground-truth.json", truth)
        days = {
            page.address: {"file": f"{page.id}.html", "date": f"{page.published:%Y-%m-%d}"} for page in own
        }
        _json(folder / "dates.json", days)
        lines = [json.dumps(described(page), ensure_ascii=False) for page in own]
        (folder / "blocks.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def described(page: Page) -> dict[str, object]:
    """A page's line of blocks.jsonl."""
    return {
        "id": page.id,
        "half": page.half,
        "template": page.template,
        "story": page.story,
        "encoding": page.encoding,
        "url": page.address,
        "language": page.language,
        "title": page.title,
        "published": page.published.isoformat(),
        "images": [{"address": one.address, "caption": one.caption} for one in page.pictures],
        "blocks": [{"role": block.role, "text": block.text} for block in page.blocks],
    }


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.pages_vi", description=__doc__)
    parser.add_argument("out", type=Path, help="the folder to write into; made if it is missing")
    parser.add_argument(
        "--seed", type=int, default=SEED, help="another seed makes other pages of the same texts"
    )
    asked = parser.parse_args()
    pages = build_pages(asked.seed)
    write(pages, asked.out)
    halves = {half: sum(page.half == half for page in pages) for half in ("dev", "test")}
    print(json.dumps({"pages": len(pages), **halves, "bytes": sum(len(page.html) for page in pages)}))


if __name__ == "__main__":
    main()
