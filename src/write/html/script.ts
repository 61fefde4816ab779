/** The script of the page: stepping through the changes by button and key. Everything else works without it. */

/**
 * Plain JavaScript, kept as it is sent. It reads the switches from the form fields, and the changes from their list,
 * so that the page holds each fact once.
 */
export const SCRIPT = `
(function () {
  'use strict';
  var root = document.documentElement;
  var byId = function (id) { return document.getElementById(id); };
  var items = Array.prototype.slice.call(document.querySelectorAll('#change-list > li'));
  var position = byId('position');
  var current = null;
  root.classList.add('scripted');

  // The switches that hide a weight also take its changes out of the round.
  function isShown(item) {
    return ['c', 't', 'f'].every(function (weight) {
      return byId('show-' + weight).checked || !item.classList.contains('w-' + weight);
    });
  }

  function unmark() {
    document.querySelectorAll('.current, .current-item').forEach(function (element) {
      element.classList.remove('current', 'current-item');
    });
  }

  // Rewrites the four texts of the position. Adding a node would make a browser restyle the whole page.
  function say(texts) {
    texts.forEach(function (text, i) {
      position.children[i].firstChild.nodeValue = text || ' ';
    });
  }

  // Where the reader stands: seen as 'change 3 of 27', heard with what the change is.
  function tell() {
    var shown = items.filter(isShown);
    var at = shown.indexOf(current);
    if (at < 0) {
      say(['', String(shown.length), shown.length === 1 ? ' change' : ' changes', '']);
      return;
    }
    var spoken = ['.cite', '.kind', 'p'].map(function (part) { return current.querySelector(part).textContent; });
    say(['change ', (at + 1) + ' of ' + shown.length, '', ': ' + spoken.join(', ')]);
  }

  // Where the change stands: its mark, or what holds the empty anchor of its mark.
  function markOf(item) {
    var link = item.querySelector('a.go');
    var target = link && byId(link.getAttribute('href').slice(1));
    if (!target) return null;
    if (!target.classList.contains('at')) return target;
    var marks = '[data-c~="' + item.dataset.n + '"]';
    return target.closest(marks) || document.querySelector(marks) || target.parentElement;
  }

  function scrollWithin(list, item) {
    var top = item.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (top < 40 || top > list.clientHeight - 80) list.scrollTop += top - list.clientHeight / 3;
  }

  // Panels that cover the text of a narrow window.
  function close(id) {
    if (byId(id)) byId(id).checked = false;
  }

  // Shows a change; 'stay' leaves the window where it is, 'focus' hands the keyboard over to the mark.
  function goTo(item, manner) {
    unmark();
    current = item;
    byId('view-redline').checked = true;
    close('open-contents');
    close('open-changes');
    item.classList.add('current-item');
    scrollWithin(byId('changes'), item);
    document.querySelectorAll('[data-c~="' + item.dataset.n + '"]').forEach(function (element) {
      element.classList.add('current');
    });
    var mark = markOf(item);
    if (mark) {
      mark.classList.add('current');
      var tall = mark.getBoundingClientRect().height > window.innerHeight / 2;
      if (manner !== 'stay') mark.scrollIntoView({ block: tall ? 'start' : 'center' });
      if (manner === 'focus') {
        mark.setAttribute('tabindex', '-1');
        mark.focus({ preventScroll: true });
      }
    }
    tell();
  }

  function step(by, manner) {
    var shown = items.filter(isShown);
    if (shown.length === 0) return;
    var at = shown.indexOf(current);
    var next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    goTo(shown[next], manner);
  }

  function flip(id) {
    byId(id).checked = !byId(id).checked;
    tell();
  }

  var keys = {
    n: function () { step(1, 'focus'); },
    j: function () { step(1, 'focus'); },
    p: function () { step(-1, 'focus'); },
    k: function () { step(-1, 'focus'); },
    c: function () { flip('show-c'); },
    t: function () { flip('show-t'); },
    f: function () { flip('show-f'); },
  };

  function isTyping(target) {
    return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
      (target.tagName === 'INPUT' && !/^(checkbox|radio)$/.test(target.type));
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (!byId('keys').checked || !Object.prototype.hasOwnProperty.call(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  byId('next').addEventListener('click', function () { step(1, 'scroll'); });
  byId('previous').addEventListener('click', function () { step(-1, 'scroll'); });
  document.addEventListener('change', tell);

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a');
    if (link && link.closest('#contents')) close('open-contents');
    if (link && link.classList.contains('go')) {
      event.preventDefault();
      goTo(link.closest('li'), 'focus');
      return;
    }
    var mark = link ? null : event.target.closest('article [data-c], .notes [data-c]');
    var item = mark && byId('item-' + mark.dataset.c.split(' ')[0]);
    if (item && window.getSelection().isCollapsed) goTo(item, 'stay');
  });

  tell();
})();
`;
