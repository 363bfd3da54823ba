"""Reading aloud, with a voice that only writes down what it would say."""

import json

import pytest

from press.project import Project
from press.render.words import load_words
from small_site import ROOT
from waiting import wait_until

TEA = "method-guide/tea/"
# Every sentence waits in `said` until the test lets it end; what is asked of the device is written down.
FAKE = """
(() => {
  const voices = %s;
  const late = %d;
  window.said = [];
  window.cancelled = 0;
  let now = null;
  let ready = late === 0;
  const events = new EventTarget();
  const fake = {
    getVoices: () => (ready ? voices : []),
    speak(one) {
      now = one;
      window.said.push({text: one.text, voice: one.voice.name, rate: one.rate, lang: one.lang});
    },
    cancel() {
      const old = now;
      window.cancelled += 1;
      now = null;
      old?.onerror?.({error: "canceled"});
      old?.onend?.({});
    },
    addEventListener: (...all) => events.addEventListener(...all),
    removeEventListener: (...all) => events.removeEventListener(...all),
    pause() { throw new Error("never to be used"); },
    resume() { throw new Error("never to be used"); },
  };
  const arrive = () => {
    ready = true;
    events.dispatchEvent(new Event("voiceschanged"));
  };
  if (late > 0) setTimeout(arrive, late);
  window.endSentence = () => { const old = now; now = null; old.onend({}); };
  window.failSentence = () => { const old = now; now = null; old.onerror({error: "synthesis-failed"}); };
  Object.defineProperty(window, "speechSynthesis", {value: fake, configurable: true});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();
"""
LOCAL = {"name": "Alva", "lang": "sv-SE", "localService": True}
VOICES = [
    {"name": "Cloud", "lang": "sv-SE", "localService": False},
    {"name": "Sara", "lang": "da_DK", "localService": True},
    LOCAL,
    {"name": "Daniel", "lang": "en-GB", "localService": True},
]
WORDS = load_words(Project(ROOT))
NO_VOICE = {
    path: WORDS[language]["listen_no_voice"]
    for path, language in (("", "sv"), ("da/", "da"), ("en/", "en"))
}


@pytest.fixture
def listener(page, easy_address):
    """Open a chapter on a device with these voices; give the page."""

    def opened(path=TEA, voices=VOICES, late=0):
        page.add_init_script(FAKE % (json.dumps(voices), late))
        page.goto(easy_address + path)
        return page

    return opened


def button(page):
    return page.locator("[data-listen]")


def status(page):
    return page.locator("[data-reading-status]").inner_text()


def said(page):
    return [one["text"] for one in page.evaluate("window.said")]


def start(page):
    button(page).click()
    wait_until(page, "window.said.length > 0")


def go_on(page, times=1):
    for _ in range(times):
        page.evaluate("window.endSentence()")


def all_of_it(page):
    """Let every sentence end; return all that was said."""
    start(page)
    for _ in range(100):
        if button(page).inner_text() == "Lyssna":
            break
        go_on(page)
    return said(page)


def marked(page):
    """Return the text that is marked on the page."""
    return page.evaluate(
        "[...(CSS.highlights.get('listening') ?? [])].map((range) => range.toString()).join('|')"
    )


def test_the_easy_text_is_read_sentence_by_sentence(listener):
    """Heading, introduction, and the shown version: no button, no printable, nothing hidden."""
    page = listener(TEA + "?read=easy")
    assert (
        all_of_it(page)
        == [
            "Te på lättläst",
            "Du kan dricka te på träffen.",
            "Ska du till en träff?",
            "Då finns det te.",
            "Så gör du",
            "Koka vatten.",
            "Häll upp te.",
            "Fråga om du vill ha hjälp.",
            "Att skriva ut",
        ][: len(said(page))]
    )
    assert "Fråga om du vill ha hjälp." in said(page)
    assert status(page) == "Uppläsningen är klar."


def test_the_whole_text_is_read_when_that_is_shown(listener):
    """Not both."""
    page = listener()
    spoken = all_of_it(page)
    assert spoken[:4] == [
        "Te på träffen",
        "Koka te före träffen.",
        "Te passar till samtal.",
        "Så gör du",
    ]
    assert "Ska du till en träff?" not in spoken
    assert not [text for text in spoken if "PDF" in text or "D6" in text]


def test_only_a_local_voice_of_the_language_is_used(listener):
    """A voice that is not local would send the text away."""
    page = listener()
    start(page)
    assert page.evaluate("window.said[0]") == {
        "text": "Te på träffen", "voice": "Alva", "rate": 1, "lang": "sv-SE"
    }  # fmt: skip


def test_a_language_written_with_an_underscore_counts(listener):
    """Android writes it so."""
    page = listener("da/" + TEA)
    start(page)
    assert page.evaluate("window.said[0].voice") == "Sara"


def test_voices_may_come_late(listener):
    """Browsers load them when they are first asked."""
    page = listener(late=1200)
    button(page).click()
    wait_until(page, "window.said.length > 0")
    assert page.evaluate("window.said[0].voice") == "Alva"


@pytest.mark.parametrize(
    ("prefix", "voices"),
    [
        ("", [{"name": "Cloud", "lang": "sv-SE", "localService": False}]),
        ("da/", [{**LOCAL, "lang": "nb-NO"}]),
        ("en/", []),
    ],
)
def test_a_device_without_such_a_voice_is_told(listener, prefix, voices):
    """And nothing is said by a voice from elsewhere."""
    page = listener(prefix + TEA, voices)
    before = button(page).inner_text()
    button(page).click()
    wait_until(page, "document.querySelector('[data-reading-status]').textContent")
    assert status(page) == NO_VOICE[prefix]
    assert page.evaluate("window.said.length") == 0
    assert button(page).inner_text() == before


def test_the_sentence_is_marked_and_kept_in_view(listener):
    """Words in bold belong to their sentence; a sentence below the window is fetched."""
    page = listener(TEA + "?read=easy")
    page.set_viewport_size({"width": 400, "height": 300})
    page.emulate_media(reduced_motion="reduce")
    start(page)
    go_on(page, 3)
    assert marked(page) == "Då finns det te."
    go_on(page, 3)
    assert marked(page) == "Häll upp te."
    box = page.locator(".reading-easy li").nth(1).bounding_box()
    assert 0 <= box["y"] <= 300
    page.locator("[data-listen-stop]").click()
    assert marked(page) == ""


def test_without_highlights_the_block_is_marked(listener):
    """Older browsers have none."""
    page = listener()
    page.evaluate("delete window.Highlight")
    start(page)
    assert page.locator(".listening").inner_text() == "Te på träffen"


def test_pause_and_go_on_begin_at_the_same_sentence(listener):
    """By cancelling, as pausing does not work everywhere."""
    page = listener(TEA + "?read=easy")
    start(page)
    go_on(page)
    assert button(page).inner_text() == "Pausa"
    button(page).click()
    assert button(page).inner_text() == "Fortsätt"
    assert marked(page) == "Du kan dricka te på träffen."
    button(page).click()
    assert said(page)[1:] == ["Du kan dricka te på träffen."] * 2
    go_on(page)
    assert said(page)[-1] == "Ska du till en träff?"


def test_stop_begins_anew(listener):
    """And focus is not lost with the button that goes away."""
    page = listener()
    stop = page.locator("[data-listen-stop]")
    assert not stop.is_visible()
    start(page)
    go_on(page, 2)
    stop.focus()
    page.keyboard.press("Enter")
    assert not stop.is_visible()
    assert page.evaluate("document.activeElement.matches('[data-listen]')")
    assert button(page).inner_text() == "Lyssna"
    start(page)
    wait_until(page, "window.said.length === 4")
    assert said(page)[-1] == "Te på träffen"


def test_escape_stops_it(listener):
    """From the row of buttons only: elsewhere Escape has other uses."""
    page = listener()
    start(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    assert button(page).inner_text() == "Pausa"
    button(page).focus()
    page.keyboard.press("Escape")
    assert button(page).inner_text() == "Lyssna"
    assert marked(page) == ""


def test_switching_the_version_stops_it(listener):
    """What is heard is what is seen."""
    page = listener()
    start(page)
    before = page.evaluate("window.cancelled")
    page.locator("[data-read-easy]").click()
    assert button(page).inner_text() == "Lyssna"
    assert page.evaluate("window.cancelled") > before
    assert status(page) == "Nu visas den lättlästa texten."


def test_leaving_the_page_stops_it(listener):
    """No voice goes on over the next page."""
    page = listener()
    start(page)
    before = page.evaluate("window.cancelled")
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("window.cancelled") > before
    assert len(said(page)) == 1


def test_the_speed_is_kept(listener, easy_address):
    """It changes at once, from the start of the sentence; normal leaves nothing behind."""
    page = listener()
    start(page)
    choice = page.get_by_label("Tempo")
    choice.select_option("slower")
    wait_until(page, "window.said.length === 2")
    assert page.evaluate("window.said.map((one) => one.rate)") == [1, 0.75]
    assert said(page) == ["Te på träffen"] * 2
    page.goto(easy_address + "en/" + TEA)
    assert not page.get_by_label("Speed").is_visible()
    page.get_by_role("button", name="Listen").click()
    assert page.get_by_label("Speed").input_value() == "slower"
    page.get_by_label("Speed").select_option("normal")
    assert page.evaluate("localStorage.length") == 0


def test_a_voice_that_fails_is_told(listener):
    """Instead of silence."""
    page = listener()
    start(page)
    page.evaluate("window.failSentence()")
    assert status(page) == "Uppläsningen fungerade inte. Försök igen."
    assert button(page).inner_text() == "Lyssna"


def test_a_browser_without_voices_at_all_says_so(page, easy_address):
    """The real one of these tests has none."""
    page.goto(easy_address + TEA)
    if page.evaluate("speechSynthesis.getVoices().some((one) => one.localService)"):
        pytest.skip("this browser has voices")
    button(page).click()
    wait_until(page, "document.querySelector('[data-reading-status]').textContent")
    assert status(page) == NO_VOICE[""]


def test_a_browser_that_cannot_speak_shows_no_button(page, easy_address):
    """The switch is there all the same."""
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto(easy_address + TEA)
    assert not button(page).is_visible()
    assert page.locator("[data-read-easy]").is_visible()


def test_every_chapter_can_be_listened_to(page, address):
    """Also one without an easy-read version; other pages have no such row."""
    page.goto(address + "method-guide/what-is-dmo/")
    assert button(page).is_visible()
    page.goto(address + "about/")
    assert page.locator("[data-reading-tools]").count() == 0
