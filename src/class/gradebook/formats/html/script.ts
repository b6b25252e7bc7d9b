/** Sorts, searches and turns the pages of the table of students. All texts are set as text: nothing that a student wrote becomes markup. */
export const script = `'use strict';
(() => {
  const by = (id) => document.getElementById(id);
  const data = JSON.parse(by('data').textContent);
  const { columns, pageSize, words, language } = data;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
  const sign = language === 'fr' ? ',' : '.';
  const figure = (value) => String(Math.round(value * 100) / 100).replace('.', sign);
  const texts = columns.flatMap((column, index) => (column.kind === 'text' ? [index] : []));
  const sought = data.rows.map((row) => plain(texts.map((index) => row.cells[index][0] + ' ' + (row.cells[index][2] || '')).join(' ')));
  const heads = [...by('table').tHead.rows[0].cells];
  const body = by('table').tBodies[0];
  const state = { column: -1, way: 1, page: 0 };
  let shown = data.rows.map((_, index) => index);

  const compare = (a, b) => {
    const [one, two] = [data.rows[a].cells[state.column], data.rows[b].cells[state.column]];
    if (columns[state.column].kind === 'text') return state.way * collator.compare(one[0], two[0]) || a - b;
    const [x, y] = [one[1], two[1]];
    // What has no number comes last, whichever way it is sorted.
    if (x == null || y == null) return (x == null) - (y == null) || a - b;
    return state.way * (x - y) || a - b;
  };

  const choose = () => {
    const parts = plain(by('search').value).split(/\\s+/).filter(Boolean);
    const outcome = by('filter').value;
    shown = [];
    data.rows.forEach((row, index) => {
      if ((outcome === '' || row.outcome === outcome) && parts.every((part) => sought[index].includes(part))) shown.push(index);
    });
    if (state.column >= 0) shown.sort(compare);
  };

  const cellOf = (column, [text, value, small, name]) => {
    const cell = document.createElement(column.isHead ? 'th' : 'td');
    if (column.isHead) cell.scope = 'row';
    cell.className = name ? column.kind + ' ' + name : column.kind;
    cell.textContent = text === '' && typeof value === 'number' ? figure(value) : text;
    if (small) {
      const under = document.createElement('small');
      under.textContent = small;
      cell.append(' ', under);
    }
    return cell;
  };

  const draw = () => {
    const pages = Math.max(1, Math.ceil(shown.length / pageSize));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    const from = state.page * pageSize;
    body.replaceChildren(...shown.slice(from, from + pageSize).map((index) => {
      const row = document.createElement('tr');
      row.append(...columns.map((column, at) => cellOf(column, data.rows[index].cells[at])));
      return row;
    }));
    by('status').textContent = shown.length + ' ' + words.found + ', ' + words.page + ' ' + (state.page + 1) + ' / ' + pages;
    by('previous').disabled = state.page === 0;
    by('next').disabled = state.page === pages - 1;
  };

  const anew = () => { state.page = 0; choose(); draw(); };
  const sortBy = (column) => {
    // Numbers first from the highest.
    const first = columns[column].kind === 'number' ? -1 : 1;
    state.way = state.column === column ? -state.way : first;
    state.column = column;
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute('aria-sort', state.way === 1 ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    });
    anew();
  };

  heads.forEach((head, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sortBy(index));
  });
  const turn = (step) => { state.page += step; draw(); by('table').scrollIntoView({ block: 'nearest' }); };
  by('search').addEventListener('input', anew);
  by('filter').addEventListener('change', anew);
  by('previous').addEventListener('click', () => turn(-1));
  by('next').addEventListener('click', () => turn(1));
  by('controls').addEventListener('submit', (event) => event.preventDefault());
  by('controls').hidden = false;
  by('pages').hidden = false;
  draw();
})();
`;

/** By this the page's policy knows the script: SHA-256 of it as it stands. A test says what it must be when the script is changed. */
export const scriptHash = 'sha256-aljYH9xsM3g4yusGBAdbSMO/WPs6y1yzO0ZcO/t7uWU=';
