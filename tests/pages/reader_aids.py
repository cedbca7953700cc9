"""What somebody who listens, types or enlarges meets on a page: the questions, put to the browser.

Each script answers with a list of faults in words, empty where there are none. "Seen" means
rendered with a size; what is hidden at this width is not asked about.
"""

from __future__ import annotations

from playwright.sync_api import Page

_SEEN = """
  const seen = node => node.checkVisibility({visibilityProperty: true})
    && node.getBoundingClientRect().width > 0;
  const called = node => `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} `
    + `"${(node.getAttribute('aria-label') || node.textContent || '').trim().slice(0, 40)}"`;
  const main = document.querySelector("[data-testid='stMain']");
"""

_STRUCTURE = (
    "() => {"
    + _SEEN
    + r"""
  const faults = [];
  if (!document.documentElement.lang) faults.push('the document has no language');
  if (!document.title.trim()) faults.push('the document has no title');
  if (document.querySelectorAll('main, [role=main]').length !== 1) faults.push('not one main');
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(seen);
  const levels = headings.map(node => Number(node.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1) faults.push(`h1: ${levels}`);
  if (levels[0] !== 1) faults.push('the first heading is not the h1');
  levels.forEach((level, at) => {
    if (at && level > levels[at - 1] + 1) faults.push(`jump to ${called(headings[at])}`);
  });
  for (const node of main.querySelectorAll('img'))
    if (!node.hasAttribute('alt')) faults.push(`no alt: ${called(node)}`);
  for (const node of [...main.querySelectorAll('canvas, svg')].filter(seen))
    if (!node.closest('[aria-hidden=true], [aria-label], [aria-labelledby], button, a'))
      faults.push(`no text alternative: ${called(node)} in ${node.parentElement.closest('[class*=st-key], [data-testid]')?.className}`);
  for (const node of main.querySelectorAll('[role=figure], [role=img], [role=region]'))
    if (seen(node) && !node.getAttribute('aria-label') && !node.getAttribute('aria-labelledby'))
      faults.push(`without a name: ${node.getAttribute('role')} ${called(node)}`);
  for (const node of [...main.querySelectorAll('table')].filter(seen)) {
    const label = document.getElementById(node.getAttribute('aria-labelledby'));
    if (!(node.caption ?? label)?.textContent.trim()) faults.push(`no caption: ${called(node)}`);
    if (!node.querySelector('th')) faults.push(`no header cells: ${called(node)}`);
    for (const head of node.querySelectorAll('th'))
      if (!head.scope) faults.push(`header cell without a scope: ${called(head)}`);
  }
  return [...new Set(faults)];
}"""
)

_FOREIGN = (
    "() => {"
    + _SEEN
    + r"""
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent, parent = walker.currentNode.parentElement;
    if (/[\u0400-\u04FF\u0600-\u06FF]{3}/.test(text) && seen(parent)
        && parent.closest('[lang]') === document.documentElement
        && !parent.closest('style, code, input, button, [role=radiogroup]'))
      found.push(`read as ${document.documentElement.lang}: ${text.trim().slice(0, 60)}`);
  }
  return found;
}"""
)

_SIDEWAYS = (
    "() => {"
    + _SEEN
    + r"""
  if (main.scrollWidth <= main.clientWidth) return [];
  const scrolls = node => { for (let up = node.parentElement; up && up !== main; up = up.parentElement)
    if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
  const wide = [...main.querySelectorAll('*')].filter(node => seen(node) && !scrolls(node)
    && node.getBoundingClientRect().right > main.clientWidth + 1).map(called);
  return [`${main.scrollWidth} px in ${main.clientWidth} px`, ...wide.slice(0, 5)];
}"""
)

_CUT = (
    "() => {"
    + _SEEN
    + r"""
  const ours = 'p, li, th, td, caption, h1, h2, h3, h4, a, b, span, label, button, summary, dt, dd, div';
  return [...main.querySelectorAll(ours)].filter(node => {
    const style = getComputedStyle(node);
    const clips = way => ['hidden', 'clip'].includes(way);
    const words = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    if (!seen(node) || !words || style.clipPath !== 'none' || node.clientWidth < 3) return false;
    return (clips(style.overflowX) && node.scrollWidth > node.clientWidth + 2)
      || (clips(style.overflowY) && node.scrollHeight > node.clientHeight + 2);
  }).map(called);
}"""
)

_MOVING = """() => document.getAnimations().filter(one => one.playState === 'running'
    && (one.effect?.getComputedTiming().activeDuration ?? 0) > 0)
  .map(one => `${one.animationName ?? one.transitionProperty} on ${one.effect.target?.className}`)"""

_FLAT_MARKS = (
    "() => {"
    + _SEEN
    + r"""
  const ground = getComputedStyle(document.querySelector("[data-testid='stApp']")).backgroundColor;
  return [...main.querySelectorAll('.tl-mark, .tl-key i, .ct-bar i, .tl-cmp-mark i')].filter(node => {
    const style = getComputedStyle(node);
    const bare = ['rgba(0, 0, 0, 0)', ground].includes(style.backgroundColor);
    const edged = ['Top', 'Right', 'Bottom', 'Left'].some(side =>
      style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0);
    return seen(node) && bare && !edged && style.backgroundImage === 'none';
  }).map(called);
}"""
)

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
)
"""What a reader may set for text (WCAG 1.4.12)."""


def structure_faults(page: Page) -> list[str]:
    """Headings, landmarks, text alternatives, tables, language."""
    return _asked(page, _STRUCTURE)


def unmarked_languages(page: Page) -> list[str]:
    """Words in Cyrillic or Arabic letters that a screen reader would read as English."""
    return _asked(page, _FOREIGN)


def sideways(page: Page) -> list[str]:
    """Why the page has to be scrolled sideways, if it has."""
    return _asked(page, _SIDEWAYS)


def cut_words(page: Page) -> list[str]:
    """Elements whose own words do not fit into them and are hidden there."""
    return _asked(page, _CUT)


def moving(page: Page) -> list[str]:
    """Animations that run while nobody does anything."""
    return _asked(page, _MOVING)


def marks_without_shape(page: Page) -> list[str]:
    """Marks of ours that nothing sets off from the ground, in forced colours above all."""
    return _asked(page, _FLAT_MARKS)


def _asked(page: Page, question: str) -> list[str]:
    answer: list[str] = page.evaluate(question)
    return answer
