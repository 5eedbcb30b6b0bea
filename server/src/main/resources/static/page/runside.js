// What pages do besides being pages: take over what changed, tick, and answer to keys.
(() => {
  'use strict';

  const live = document.getElementById('live');
  const csrf = document.querySelector('meta[name="csrf-token"]');

  document.addEventListener('htmx:configRequest', (event) => {
    event.detail.headers['X-CSRF-Token'] = csrf ? csrf.content : '';
  });

  // ---- Morphing: what is the same stays the same element, so focus, scrolling and open details stay.

  const element = (node) => node.nodeType === Node.ELEMENT_NODE;
  const keyOf = (node) => (element(node) && node.id) || null;

  function morphAttributes(old, fresh) {
    for (const { name } of [...old.attributes]) {
      const kept = name === 'open' && old.nodeName === 'DETAILS';
      if (!fresh.hasAttribute(name) && !kept) old.removeAttribute(name);
    }
    for (const { name, value } of [...fresh.attributes]) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  function morphNode(old, fresh) {
    if (!element(old)) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
      return;
    }
    morphAttributes(old, fresh);
    if (old.nodeName !== 'TEXTAREA') morphChildren(old, fresh);
  }

  // Elements with an id are found wherever they stand; others by their name, further on; text only in its place.
  function matchOf(cursor, child, old) {
    if (!element(child)) return cursor && cursor.nodeType === child.nodeType ? cursor : null;
    const key = keyOf(child);
    if (key) {
      const known = [...old.children].find((one) => one.id === key);
      return known && known.nodeName === child.nodeName ? known : null;
    }
    let match = cursor;
    while (match && !(match.nodeName === child.nodeName && !keyOf(match))) match = match.nextSibling;
    return match;
  }

  // Everything before the cursor is as it should be, everything behind it is left over from before.
  function morphChildren(old, fresh) {
    let cursor = old.firstChild;
    for (const child of [...fresh.childNodes]) {
      const match = matchOf(cursor, child, old);
      if (match && match === cursor) cursor = cursor.nextSibling;
      else if (match && old.moveBefore) old.moveBefore(match, cursor);
      else old.insertBefore(match || child, cursor);
      if (match) morphNode(match, child);
    }
    while (cursor) {
      const gone = cursor;
      cursor = cursor.nextSibling;
      gone.remove();
    }
  }

  htmx.defineExtension('morph', {
    isInlineSwap: (style) => style === 'morph',
    handleSwap(style, target, fragment) {
      if (style !== 'morph') return false;
      const said = fragment.querySelector('[data-notice]');
      const focused = document.activeElement && document.activeElement.id;
      if (said) said.remove();
      fragment.normalize();
      morphChildren(target, fragment);
      if (said) say(said);
      if (focused && document.activeElement === document.body) {
        const again = document.getElementById(focused);
        if (again) again.focus({ preventScroll: true });
      }
      tick();
      return [target];
    },
  });

  // ---- What an act led to stays until it is dismissed, also when the page takes over news.

  function say(notice) {
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'quiet';
    close.textContent = 'Dismiss';
    close.addEventListener('click', () => notice.remove());
    notice.append(close);
    document.getElementById('said').replaceChildren(notice);
  }

  // ---- Fetching the page again, one at a time; what happens meanwhile is fetched once more.

  let fetching = false;
  let again = false;

  async function refresh() {
    if (!live) return;
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      await htmx.ajax('GET', location.pathname + location.search, { source: live, target: live, swap: 'morph' });
    } finally {
      fetching = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-live]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.getAttribute('href'));
    refresh();
  });

  window.addEventListener('popstate', refresh);

  // ---- The stream. A line that is silent for too long is taken for lost.

  const SILENCE = 15000;
  let stream = null;
  let heard = 0;
  let lost = false;
  let ahead = 0;

  function show(state, word) {
    const line = document.getElementById('line');
    if (!line || line.dataset.state === state) return;
    line.dataset.state = state;
    document.getElementById('line-word').textContent = word;
    document.getElementById('lost').hidden = state !== 'lost';
  }

  function hear() {
    heard = Date.now();
    show('live', 'Live');
    if (lost) {
      lost = false;
      refresh();
    }
  }

  function lose() {
    lost = true;
    show('lost', 'Not live');
  }

  function listen() {
    if (!live || !live.dataset.topics) return;
    stream = new EventSource('/live?topics=' + encodeURIComponent(live.dataset.topics));
    heard = Date.now();
    stream.addEventListener('beat', (event) => {
      ahead = Date.parse(event.data) - Date.now();
      hear();
    });
    stream.addEventListener('changed', () => {
      hear();
      refresh();
    });
    stream.addEventListener('error', () => {
      lose();
      if (stream.readyState === EventSource.CLOSED) reopen(5000);
    });
  }

  let reopening = 0;

  function reopen(delay) {
    if (stream) stream.close();
    clearTimeout(reopening);
    reopening = setTimeout(listen, delay);
  }

  setInterval(() => {
    if (stream && !document.hidden && Date.now() - heard > SILENCE) {
      lose();
      reopen(0);
    }
  }, 2000);

  // A page nobody looks at gives its connection back: browsers have only six for a server.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      if (stream) stream.close();
      stream = null;
    } else if (!stream) {
      lost = true;
      reopen(0);
    }
  });

  // ---- Copying. Without a clipboard (plain http from elsewhere) the text is marked, to be copied by hand.

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-copy]');
    if (!button) return;
    const text = document.getElementById(button.dataset.copy);
    getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch (refused) {
      button.textContent = 'Marked';
    }
  });

  // ---- Times that tick.

  function span(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    if (seconds < 60) return seconds + ' s';
    if (seconds < 3600) return Math.floor(seconds / 60) + ' min';
    return seconds < 172800 ? Math.floor(seconds / 3600) + ' h' : Math.floor(seconds / 86400) + ' d';
  }

  function relative(at) {
    const passed = Date.now() + ahead - at;
    if (Math.abs(passed) < 1000) return 'now';
    return passed < 0 ? 'in ' + span(-passed) : span(passed) + ' ago';
  }

  function tick() {
    for (const time of document.querySelectorAll('time[data-tick]')) {
      const word = relative(Date.parse(time.dateTime));
      if (time.textContent !== word) time.textContent = word;
    }
  }

  // ---- Light and dark.

  const themes = document.querySelector('form.theme');
  if (themes) {
    themes.addEventListener('submit', (event) => {
      const chosen = event.submitter;
      if (!chosen) return;
      event.preventDefault();
      document.cookie = 'runside_theme=' + chosen.value + '; path=/; max-age=31536000; samesite=strict';
      document.documentElement.dataset.theme = chosen.value;
      for (const button of themes.querySelectorAll('button')) {
        button.setAttribute('aria-pressed', String(button === chosen));
      }
    });
  }

  // ---- Keys. Single ones can be switched off (WCAG 2.1.4).

  const help = document.getElementById('help');
  const KEYS = 'runside_keys';
  const keysOn = () => localStorage.getItem(KEYS) !== 'off';
  let prefix = 0;

  if (help) {
    const box = document.getElementById('keys-on');
    box.checked = keysOn();
    box.addEventListener('change', () => localStorage.setItem(KEYS, box.checked ? 'on' : 'off'));
    document.getElementById('help-button').addEventListener('click', () => help.showModal());
  }

  const places = { n: '/', f: '/flows', i: '/incidents' };

  function step(by) {
    const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.getClientRects().length);
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
    rows[next].focus();
  }

  const acts = {
    '?': () => help.showModal(),
    j: () => step(1),
    k: () => step(-1),
    a: () => document.querySelector('[data-acknowledge]')?.focus(),
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !help || help.open || !keysOn()) return;
    if (event.key === 'g') {
      prefix = Date.now();
      return;
    }
    const going = Date.now() - prefix < 1500;
    prefix = 0;
    if (going && places[event.key]) {
      location.assign(places[event.key]);
    } else if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    }
  });

  // ---- What could not be done.

  function sayRefusal(strong, rest) {
    const notice = document.createElement('div');
    notice.className = 'notice notice-refused';
    const text = document.createElement('p');
    const first = document.createElement('strong');
    first.textContent = strong;
    text.append(first, ' ' + rest);
    notice.append(text);
    say(notice);
  }

  document.addEventListener('htmx:responseError', (event) => {
    const xhr = event.detail.xhr;
    if (xhr.status === 401) {
      location.reload();
      return;
    }
    if (event.detail.elt === live) return;
    let problem = {};
    try {
      problem = JSON.parse(xhr.responseText);
    } catch {
      problem = {};
    }
    sayRefusal(problem.detail || 'That did not work (' + xhr.status + ').', problem.fix || 'Try it again.');
  });

  document.addEventListener('htmx:sendError', (event) => {
    if (event.detail.elt !== live) sayRefusal('The server does not answer.', 'Nothing was done. Try it again.');
  });

  listen();
  tick();
  setInterval(tick, 1000);
})();
