/**
 * Narrows the lists of a page down to what holds all words of a field. It makes the field itself, so that without scripts
 * nothing stands there that does not work; it knows no words of its own and asks nothing of the outside.
 */
export const FILTER_SCRIPT = `(function () {
  var place = document.getElementById('filter');
  var field = document.createElement('input');
  field.type = 'search';
  field.id = 'filter-field';
  field.autocomplete = 'off';
  var label = document.createElement('label');
  label.htmlFor = field.id;
  label.textContent = place.dataset.label;
  var told = document.createElement('p');
  told.setAttribute('role', 'status');
  place.append(label, field, told);
  var lists = Array.from(document.querySelectorAll('main > ul'));
  function narrow() {
    var words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var count = 0;
    lists.forEach(function (list) {
      var shown = 0;
      Array.from(list.children).forEach(function (item) {
        var text = item.textContent.toLowerCase();
        item.hidden = !words.every(function (word) { return text.includes(word); });
        if (!item.hidden) shown += 1;
      });
      list.hidden = shown === 0;
      list.previousElementSibling.hidden = shown === 0;
      count += shown;
    });
    told.textContent = words.length === 0 ? '' : place.dataset.found.replace('{count}', count);
  }
  field.addEventListener('input', narrow);
})();`;

/** What a browser compares the script with before it runs it. INVARIANT: the SHA-256 of the script, in base64. */
export const FILTER_HASH = '0o4hw+LqYMvwmfa4lkY0CL8z1QprStYpOPZkndIVa1A=';
