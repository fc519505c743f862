"""Steps from a picture as a camera or a program left it to pixels that may be published."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageOps

_GREYS_OF_16_BITS = ("I", "I;16", "I;16B", "I;16L", "F")


def upright(picture: Image.Image) -> Image.Image:
    """Apply the orientation that the camera noted; the note itself goes with the metadata."""
    return ImageOps.exif_transpose(picture)


def to_srgb(picture: Image.Image) -> Image.Image:
    """Convert to sRGB what has another colour profile, because profiles are not kept."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError):
        # A damaged profile is no reason to lose the picture.
        return picture


def to_screen_mode(picture: Image.Image) -> Image.Image:
    """Turn modes that browsers do not show (CMYK, 16-bit grey) into ones that they do."""
    if picture.mode in _GREYS_OF_16_BITS:
        return picture.convert("I").point(lambda level: level * (1 / 256) + 0).convert("L")
    if picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"}:
        return picture
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def narrowed(picture: Image.Image, width: int) -> Image.Image:
    """Scale down to a width; a palette is made anew, so that drawings stay small."""
    if picture.width <= width:
        return picture
    size = (width, max(1, round(picture.height * width / picture.width)))
    if picture.mode != "P":
        return _true_colour(picture).resize(size, Image.Resampling.LANCZOS)
    return _with_palette(_true_colour(picture).resize(size, Image.Resampling.LANCZOS))


def _true_colour(picture: Image.Image) -> Image.Image:
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode == "P" or "transparency" in picture.info:
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    return picture


def _with_palette(picture: Image.Image) -> Image.Image:
    return picture.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def without_metadata(picture: Image.Image) -> Image.Image:
    """Forget all that travels beside the pixels, except which colour is transparent."""
    bare = picture.copy()
    bare.info = {key: picture.info[key] for key in ("transparency",) if key in picture.info}
    return bare
