"""Pictures are written once: the store knows them by what they are made of."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from galley.blobs import Blobs
from galley.findings import ContentError, Place
from galley.html import picture_set as making
from galley.html.pictures import PictureWish
from galley.site.kept_pictures import KeptPictures
from galley.site.memo import Memo
from galley.site.picture_weight import heavy_pictures

PLACE = Place("notebooks/a.ipynb", "c1")


def jpeg(width: int = 500) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, 300), 90).convert("RGB").save(out, format="JPEG")
    return out.getvalue()


@pytest.fixture
def kept(tmp_path: Path) -> KeptPictures:
    return KeptPictures(Memo(tmp_path / "pictures"), Blobs(tmp_path / "blobs"))


@pytest.fixture
def writings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with every file that is written."""
    done: list[str] = []
    write = making.written

    def written(*args: object, **options: object) -> object:
        done.append(str(args[1]))
        return write(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "written", written)
    return done


def test_a_picture_is_written_once_whatever_it_is_called(
    kept: KeptPictures, writings: list[str]
) -> None:
    data = jpeg()
    first = kept.make(data, "a.jpg", PLACE)
    count = len(writings)
    assert count > 2
    assert kept.make(data, "b.jpg", Place("notebooks/b.ipynb")) == first
    assert len(writings) == count


def test_another_picture_is_written(kept: KeptPictures, writings: list[str]) -> None:
    kept.make(jpeg(), "a.jpg", PLACE)
    count = len(writings)
    kept.make(jpeg(width=600), "a.jpg", PLACE)
    assert len(writings) > count


def test_what_the_store_has_lost_is_written_again(
    kept: KeptPictures, writings: list[str], tmp_path: Path
) -> None:
    data = jpeg()
    first = kept.make(data, "a.jpg", PLACE)
    next(iter((tmp_path / "blobs").glob("*/*"))).unlink()
    count = len(writings)
    assert kept.make(data, "a.jpg", PLACE) == first
    assert len(writings) == 2 * count


def test_several_are_made_together_and_a_damaged_one_harms_no_other(kept: KeptPictures) -> None:
    whole = jpeg()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
    wishes = [
        PictureWish(whole, "a.jpg", PLACE),
        PictureWish(whole[:400], "b.jpg", PLACE),
        PictureWish(svg, "c.svg", PLACE),
    ]
    first, second, third = kept.make_all(wishes)
    assert first == kept.make(whole, "a.jpg", PLACE)
    assert isinstance(second, ContentError)
    assert second.findings[0].rule == "image-broken"
    assert not isinstance(third, ContentError)
    assert third.shown.suffix == ".svg"


def test_heavy_pictures_are_named_with_what_they_weigh() -> None:
    weights = {"a.png": 300_000, "b.gif": 900_400, "c.jpg": 20_000, "d.jpg": 10_000}
    (finding,) = heavy_pictures("notebooks/a.ipynb", weights)
    assert finding.rule == "pictures-heavy"
    assert finding.message == (
        "the pictures of this article weigh 1230 kB on a phone, which readers on a slow network "
        "wait and pay for"
    )
    assert finding.fix == (
        "leave out or crop what they can do without; the heaviest are 'b.gif' (900 kB), "
        "'a.png' (300 kB), 'c.jpg' (20 kB)."
    )


def test_light_pictures_are_nobody_s_business() -> None:
    assert list(heavy_pictures("notebooks/a.ipynb", {"a.jpg": 500_000})) == []
