// Tells when the window is as narrow as a phone, or no longer is. `guess` is what the server drew for.
export default function ({data, setStateValue}) {
  const narrow = window.matchMedia('(max-width: 640px)');
  let told = data.guess;
  const tell = () => {
    const now = narrow.matches ? 'yes' : 'no';
    if (now !== told) setStateValue('narrow', now);
    told = now;
  };
  tell();
  narrow.addEventListener('change', tell);
  return () => narrow.removeEventListener('change', tell);
}
