"""Small pictures, made when they are needed: a PNG, a photograph with a place, a drawing."""

from __future__ import annotations

import base64
import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = "WARD-7-CAMERA"
"""What a camera wrote into a picture; it must not reach a reader."""


def png_bytes(width: int = 8, height: int = 6, colour: str = "#336699") -> bytes:
    info = PngInfo()
    info.add_text("Comment", SECRET)
    exif = Image.Exif()
    exif[0x010F] = SECRET
    return _saved(Image.new("RGB", (width, height), colour), "PNG", pnginfo=info, exif=exif)


def jpeg_bytes() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    return _saved(Image.new("RGB", (1800, 40), "#aa3311"), "JPEG", exif=exif)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    return out.getvalue()


PNG = base64.b64encode(png_bytes()).decode()

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"
 onload="alert('marker')"><title>Two dots</title><script>alert("marker")</script>
<style>circle { fill: url(https://evil.example/x.svg#a) } @import "https://evil.example/m.css";</style>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example/"/></body></foreignObject>
<a href="javascript:alert('marker')"><circle cx="5" cy="5" r="4" onclick="alert('marker')"/></a>
<image href="https://evil.example/pixel.png" width="4" height="4"/>
<use href="https://evil.example/sprite.svg#x"/>
<circle cx="15" cy="5" r="4" style="fill:red"/></svg>"""
