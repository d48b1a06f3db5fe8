// F fills the screen, B makes it black until the next key.
export default function ({parentElement}) {
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  };
  const black = document.createElement('div');
  black.className = 'x-black';
  black.style.cssText = 'position:fixed;inset:0;background:#000;z-index:1000000;display:none';
  black.addEventListener('click', () => { black.style.display = 'none'; });
  document.body.append(black);
  const press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (black.style.display === 'block') {
      black.style.display = 'none';
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.key === 'b' || event.key === 'B' || event.key === '.') {
      black.style.display = 'block';
    } else if (event.key === 'f' || event.key === 'F') {
      full();
    }
  };
  const button = document.querySelector('.st-key-full button');
  button?.addEventListener('click', full);
  document.addEventListener('keydown', press, true);
  return () => {
    document.removeEventListener('keydown', press, true);
    button?.removeEventListener('click', full);
    black.remove();
  };
}
