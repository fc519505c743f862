"""Publishing to buckets: a real S3 server on this machine, and a store in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
import s3fs
from moto.server import ThreadedMotoServer
from tests.publishing.places import NEW, NO_CREDENTIALS, OLD, BrokenOffError, Publisher

from galley.findings import EnvironmentFault, UsageError
from galley.publishing.kinds import make_target
from galley.publishing.target import Target, TargetSpec
from galley.publishing.version import versions_of

pytestmark = [
    pytest.mark.kernel,
    # aiobotocore leaves closing to the end of the program.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:(botocore|aiobotocore|moto).*"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadedMotoServer(port=0)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch):
    """Return an empty bucket."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    made = boto3.resource("s3").create_bucket(Bucket="blog")
    made.objects.all().delete()
    return made


def target_at(address: str) -> Target:
    return make_target(TargetSpec("web", address, "", Path()), NO_CREDENTIALS)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(target_at("s3://blog/www"), versions_of(tmp_path / "store", "web"))


def lying(bucket) -> dict[str, bytes]:
    return {
        item.key.removeprefix("www/"): item.get()["Body"].read()
        for item in bucket.objects.all()
        if ".galley-" not in item.key
    }


def test_a_site_lies_in_a_bucket_and_its_next_version_replaces_it(bucket, publisher) -> None:
    publisher.publish(OLD)
    first = lying(bucket)
    publisher.publish(NEW)

    assert first == OLD
    assert lying(bucket) == NEW


def test_files_of_others_stay(bucket, publisher) -> None:
    bucket.put_object(Key="www/shop/index.html", Body=b"shop")

    publisher.publish(OLD)
    publisher.publish({})

    assert lying(bucket) == {"shop/index.html": b"shop"}


def test_browsers_are_told_what_a_file_is_and_how_long_it_may_be_kept(bucket, publisher) -> None:
    style = "assets/style-0123456789.css"
    publisher.publish({style: b"p{}", "index.html": b"<p>", "f.woff2": b"w"})
    told = {item.key: item.get() for item in bucket.objects.all()}

    headers = {
        path: (told[f"www/{path}"]["ContentType"], told[f"www/{path}"]["CacheControl"])
        for path in (style, "index.html", "f.woff2")
    }
    assert headers == {
        style: ("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        "index.html": ("text/html; charset=utf-8", "no-cache"),
        "f.woff2": ("font/woff2", "no-cache"),
    }


@pytest.mark.parametrize("steps", [1, 4])
def test_a_publish_that_broke_off_is_finished_by_the_next(bucket, publisher, steps: int) -> None:
    publisher.publish(OLD)
    with pytest.raises(BrokenOffError):
        publisher.breaking_after(steps).publish(NEW)
    between = lying(bucket)
    publisher.publish(NEW)

    # Until the page that lists them changes, all pages that it lists are there.
    assert between["index.html"] == OLD["index.html"] or {"bdnf.html"} <= set(between)
    assert lying(bucket) == NEW


def test_what_was_sent_from_here_is_not_fetched_to_be_compared(bucket, publisher) -> None:
    publisher.publish(OLD)

    with publisher.target.open() as place:
        place.files()
        told = {path for path in OLD if place.digest(path)}
        bucket.put_object(Key="www/window.html", Body=b"edited by somebody else")
        place.files()
        after = {path for path in OLD if place.digest(path)}

    assert told == set(OLD)
    assert after == set(OLD) - {"window.html"}


def test_somebody_elses_change_is_not_replaced(bucket, publisher) -> None:
    publisher.publish(OLD)
    bucket.put_object(Key="www/window.html", Body=b"edited by somebody else")

    with pytest.raises(EnvironmentFault, match=r"somebody has changed window\.html"):
        publisher.publish(NEW)


@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_is_not_there_is_said(tmp_path: Path) -> None:
    publisher = Publisher(target_at("s3://blgo/www"), versions_of(tmp_path / "store", "web"))

    with pytest.raises(EnvironmentFault) as told:
        publisher.publish(OLD)

    assert str(told.value) == (
        "there is no bucket for s3://blgo/www\n"
        "  Fix: Make it where your provider lets you, or correct the target's address in site.toml."
    )


@pytest.mark.usefixtures("bucket")
def test_keys_that_are_not_there_are_said(monkeypatch: pytest.MonkeyPatch, publisher) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(EnvironmentFault) as told:
        publisher.publish(OLD)

    assert str(told.value) == (
        "there are no keys for s3://blog/www\n"
        "  Fix: They are read where the tools of your provider have them: for s3:// from the "
        "variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from ~/.aws/credentials."
    )


@pytest.mark.usefixtures("bucket")
def test_keys_that_do_not_open_a_bucket_are_said(
    monkeypatch: pytest.MonkeyPatch, publisher
) -> None:
    # From now on moto asks what a key may do, and it knows none.
    monkeypatch.setattr("moto.settings.INITIAL_NO_AUTH_ACTION_COUNT", 0)
    monkeypatch.setattr("moto.core.responses.ActionAuthenticatorMixin.request_count", 0)

    with pytest.raises(EnvironmentFault) as told:
        publisher.publish(OLD)

    assert str(told.value) == (
        "these keys do not open s3://blog/www\n"
        "  Fix: Check the keys, and that they may list, read, write and delete there."
    )


def test_a_server_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch, publisher) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    with pytest.raises(EnvironmentFault) as told:
        publisher.publish(OLD)

    assert str(told.value) == (
        "the server of s3://blog/www does not answer\n"
        "  Fix: Check that this computer is connected; AWS_ENDPOINT_URL names the server of "
        "providers other than Amazon. What was public before is whole."
    )


def test_the_web_itself_is_no_target() -> None:
    with pytest.raises(UsageError, match="is no place that a site can be published to"):
        target_at("https://example.org/blog")
