// A digit presses the answer with that number, or goes to the field with it; Enter presses the
// button that goes on. What is typed goes to the one field of the answer, if it is written.
// Typing is left alone, and a focused button keeps its own Enter, until a digit presses another.
const ANSWERS = ['input[type=radio]', 'input[type=checkbox]', 'button', '[role=combobox]']
  .map((part) => `.st-key-answer ${part}`).join(', ');
const FIELD = 'input:not([type=radio]):not([type=checkbox]), textarea, [role=combobox]';
const WRITTEN = '.st-key-answer input[type=text]:not([role=combobox])';
const CHOOSES = '.st-key-answer [role=combobox]';

const shown = (element) => element.offsetParent !== null;

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (document.querySelector('[role=dialog]')) return;
  const on = document.activeElement;
  const typing = on?.matches(FIELD);
  if (event.key === 'Enter') enter(event, on, typing);
  else if (!typing && event.key.length === 1 && event.key !== ' ') choose(event);
}

function enter(event, on, typing) {
  if (on?.matches('button, a, summary, [role=combobox], [role=option]')) return;
  const go = document.querySelector('.st-key-go button');
  if (!go || go.disabled) return;
  event.preventDefault();
  // Leaving a field sends what was typed; the press must come after it.
  if (typing) on.blur();
  setTimeout(() => go.click(), typing ? 200 : 0);
}

function choose(event) {
  const field = [...document.querySelectorAll(WRITTEN)].find(shown);
  if (field) {
    field.focus(); // and the key writes its own letter there
    return;
  }
  if (event.key < '1' || event.key > '9') return;
  const answer = [...document.querySelectorAll(ANSWERS)]
    .filter((each) => each.matches('input') || shown(each))
    .filter((each) => !each.closest('[data-testid=stSelectbox]') || each.matches(CHOOSES))
    [Number(event.key) - 1];
  if (!answer) return;
  event.preventDefault();
  if (answer.matches(CHOOSES)) {
    answer.focus();
    return;
  }
  // Enter is to submit now, not to press again what Tab came to.
  if (document.activeElement?.matches('.st-key-answer button')) document.activeElement.blur();
  answer.click();
  answer.closest('label, button').scrollIntoView({block: 'nearest'});
}

// A new question, or what came of an answer, takes the focus: it is read out, and Tab goes on
// from there.
function look(at, left) {
  const busy = !document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]');
  const found = document.querySelector('.x-verdict') || document.querySelector('.stMain h3');
  if (busy || !found) {
    if (left) setTimeout(() => look(at, left - 1), 100);
    return;
  }
  if (document.activeElement?.closest('.st-key-answer, [role=dialog]')) return;
  found.tabIndex = -1;
  found.blur();
  found.focus({preventScroll: true});
}

export default function ({data}) {
  if (data?.at && window.__explainerAsked !== data.at) {
    window.__explainerAsked = data.at;
    setTimeout(() => look(data.at, 50), 100);
  }
  document.addEventListener('keydown', press, true);
  return () => document.removeEventListener('keydown', press, true);
}
