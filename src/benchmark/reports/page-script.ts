/** Chooses the language and what items are shown; the page is whole without it. */
export const pageScript = `
const root = document.documentElement;
function speak(language) {
  root.dataset.language = language;
  root.lang = language;
}
const wanted = (navigator.language || 'en').startsWith('zh') ? 'zh' : 'en';
speak(wanted);
document.getElementById('language').addEventListener('click', () => {
  speak(root.dataset.language === 'en' ? 'zh' : 'en');
});
const items = [...document.querySelectorAll('details.item')];
const shown = document.getElementById('shown');
const pick = document.getElementById('pick');
const search = document.getElementById('search');
function filter() {
  const words = search.value.toLowerCase();
  let count = 0;
  for (const item of items) {
    const fits = (pick.value === '' || item.dataset.states.split(' ').includes(pick.value))
      && (words === '' || item.textContent.toLowerCase().includes(words));
    item.hidden = !fits;
    if (fits) count++;
  }
  shown.textContent = count + ' / ' + items.length;
}
if (pick) { pick.addEventListener('change', filter); search.addEventListener('input', filter); filter(); }
`;
