// Keeps for ten minutes which page was asked for, so that the way back from the school's sign-in leads there.
export default function () {
  const page = encodeURIComponent(location.pathname + location.search);
  document.cookie = `explainer_back=${page}; path=/; max-age=600; samesite=lax`;
}
