// Tells whether this browser can draw in three dimensions.
export default function ({setStateValue}) {
  let found = false;
  try {
    const canvas = document.createElement('canvas');
    found = Boolean(canvas.getContext('webgl2') || canvas.getContext('webgl'));
  } catch { found = false; }
  setStateValue('webgl', found ? 'yes' : 'no');
}
