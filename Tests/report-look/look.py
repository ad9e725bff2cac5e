"""Looks at reports in a headless browser, as whoever opens them does.

    look.py FOLDER REPORT.html...

Opens each report at the widths of a telephone, a tablet and a desk, light and dark, with everything unfolded. Expected:
no error or warning on the console, nothing that makes the page wider than the window (a wide table scrolls by itself),
nothing loaded from elsewhere, and a name on every drawing that is not hidden from a reader of screens. Writes a picture of
each into FOLDER, and ends with 1 when something is not as expected.
"""

import base64
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

WIDTHS = (390, 1024, 1440)
SCHEMES = ("light", "dark")
# Of a picture: what lies below is the same tables on.
TALLEST = 6000

# What the page itself has to say.
ASKED = """(() => {
  const root = document.documentElement
  // What an element scrolls in: one that is taken out of the flow leaves boxes it was not placed by.
  const holder = e => {
    let out = getComputedStyle(e).position === 'absolute'
    for (let box = e.parentElement; box && box !== root; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (out && style.position === 'static') continue
      if (style.overflowX !== 'visible') return box
      out = style.position === 'absolute'
    }
    return null
  }
  document.querySelectorAll('details').forEach(e => e.open = true)
  const wide = [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && holder(e) === null)
  const says = id => id && document.getElementById(id)?.textContent.trim()
  const named = e => e.getAttribute('aria-label') || e.querySelector(':scope > title')?.textContent.trim()
    || (e.getAttribute('aria-labelledby') || '').split(' ').some(says)
  const drawn = [...document.querySelectorAll('svg')].filter(e => !e.closest('[aria-hidden=true]'))
  return {
    width: root.scrollWidth, inner: innerWidth, height: root.scrollHeight,
    wide: wide.slice(0, 3).map(e => e.outerHTML.slice(0, 100)),
    drawings: drawn.length, nameless: drawn.filter(e => !named(e)).map(e => e.outerHTML.slice(0, 100)),
    elsewhere: performance.getEntriesByType('resource').map(e => e.name),
  }
})()"""


class Browser:
    """A headless Chromium that is spoken to over a pipe."""

    def __init__(self, program, folder):
        from_it, its_output = os.pipe()
        its_input, to_it = os.pipe()
        # It looks for them at 3 and 4, where ours may be.
        its_ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (its_input, its_output)]
        words = ["--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]
        # Root has no sandbox to give; the pages are our own.
        words += ["--no-sandbox"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(
            [program, *words, f"--user-data-dir={folder}", "about:blank"], close_fds=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: (os.dup2(its_ends[0], 3), os.dup2(its_ends[1], 4)))
        for end in (its_input, its_output, *its_ends):
            os.close(end)
        self.source, self.sink = os.fdopen(from_it, "rb"), os.fdopen(to_it, "wb")
        self.asked, self.rest, self.session, self.events = 0, b"", None, []

    def hear(self):
        while b"\0" not in self.rest:
            some = self.source.read1(1 << 16)
            if not some:
                sys.exit("the browser has gone")
            self.rest += some
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def ask(self, method, **parameters):
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.sink.write(json.dumps(message).encode() + b"\0")
        self.sink.flush()
        while True:
            heard = self.hear()
            if heard.get("id") == self.asked:
                if "error" in heard:
                    sys.exit(f"{method}: {heard['error']['message']}")
                return heard["result"]
            self.events.append(heard)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.hear())

    def open(self):
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(domain + ".enable")

    def look(self, page, width, scheme):
        """What the page says of itself, and what it said on the console."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events = []
        self.ask("Page.navigate", url=page.resolve().as_uri())
        self.wait("Page.loadEventFired")
        said = self.ask("Runtime.evaluate", expression=ASKED, returnByValue=True)["result"]["value"]
        said["console"] = [text for text in map(spoken, self.events) if text]
        return said

    def picture(self, width, height):
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST), "scale": 1}
        shot = self.ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def end(self):
        self.session = None
        self.ask("Browser.close")
        self.process.wait(timeout=20)


def spoken(event):
    """The text of an error or warning; None for anything else."""
    what = event.get("params", {})
    if event.get("method") == "Runtime.exceptionThrown":
        return what["exceptionDetails"]["text"]
    if event.get("method") == "Runtime.consoleAPICalled" and what["type"] in ("error", "warning", "assert"):
        return " ".join(str(one.get("value", one.get("description"))) for one in what["args"])
    if event.get("method") == "Log.entryAdded" and what["entry"]["level"] in ("error", "warning"):
        return what["entry"]["text"]
    return None


def faults(said):
    if said["width"] > said["inner"] or said["wide"]:
        yield f"{said['width']} wide: {said['wide']}"
    if said["drawings"] == 0:
        yield "no drawing at all"
    yield from (f"a drawing without a name: {one}" for one in said["nameless"])
    yield from (f"loaded from elsewhere: {one}" for one in said["elsewhere"])
    yield from (f"console: {one}" for one in said["console"])


def main(folder, pages):
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not program:
        sys.exit("there is no chromium and no google-chrome")
    folder.mkdir(parents=True, exist_ok=True)
    found = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        browser.open()
        for page in pages:
            for width in WIDTHS:
                for scheme in SCHEMES:
                    said = browser.look(page, width, scheme)
                    name = f"{page.parent.name}-{width}-{scheme}"
                    (folder / f"{name}.png").write_bytes(browser.picture(width, said["height"]))
                    wrong = list(faults(said))
                    found += len(wrong)
                    print(f"{name}: {said['drawings']} drawings, {len(wrong)} faults")
                    for one in wrong:
                        print("  " + one)
        browser.end()
    if found:
        sys.exit(f"{found} things are not as expected")


main(pathlib.Path(sys.argv[1]), [pathlib.Path(one) for one in sys.argv[2:]])
