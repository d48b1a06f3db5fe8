// A digit presses the answer with that number, Enter the button that goes on. Typing is left
// alone, and a focused button keeps its own Enter.
const ANSWERS = ['input[type=radio]', 'input[type=checkbox]', 'button']
  .map((part) => `.st-key-answer ${part}`).join(', ');
const FIELD = 'input:not([type=radio]):not([type=checkbox]), textarea, [role=combobox]';

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (document.querySelector('[role=dialog]')) return;
  const on = document.activeElement;
  const typing = on?.matches(FIELD);
  if (event.key === 'Enter') {
    if (on?.matches('button, a, summary, [role=combobox], [role=option]')) return;
    const go = document.querySelector('.st-key-go button');
    if (!go || go.disabled) return;
    event.preventDefault();
    // Leaving a field sends what was typed; the press must come after it.
    if (typing) on.blur();
    setTimeout(() => go.click(), typing ? 200 : 0);
  } else if (!typing && event.key >= '1' && event.key <= '9') {
    const answer = document.querySelectorAll(ANSWERS)[Number(event.key) - 1];
    if (!answer) return;
    event.preventDefault();
    answer.click();
    answer.closest('label, button').scrollIntoView({block: 'nearest'});
  }
}

export default function () {
  document.addEventListener('keydown', press, true);
  return () => document.removeEventListener('keydown', press, true);
}
