namespace Proposals.Workflows.Scripting;

/// <summary>The methods of lists, written in script: so their loops count like any other.</summary>
internal static class SandboxPrelude
{
    public const string Source =
        """
        ArrayMethods.toString = function () { return this.join(); };
        ArrayMethods.push = function () { for (var i = 0; i < arguments.length; i++) this[this.length] = arguments[i]; return this.length; };
        ArrayMethods.pop = function () { if (this.length === 0) return undefined; var last = this[this.length - 1]; this.length = this.length - 1; return last; };
        ArrayMethods.shift = function () {
          if (this.length === 0) return undefined;
          var first = this[0];
          for (var i = 1; i < this.length; i++) this[i - 1] = this[i];
          this.length = this.length - 1;
          return first;
        };
        ArrayMethods.unshift = function () {
          var more = arguments.length;
          for (var i = this.length - 1; i >= 0; i--) this[i + more] = this[i];
          for (var j = 0; j < more; j++) this[j] = arguments[j];
          return this.length;
        };
        ArrayMethods.slice = function (start, end) {
          var n = this.length, from = start === undefined ? 0 : start | 0, to = end === undefined ? n : end | 0, taken = [];
          from = from < 0 ? Math.max(n + from, 0) : from;
          to = to < 0 ? n + to : Math.min(to, n);
          for (var i = from; i < to; i++) taken[taken.length] = this[i];
          return taken;
        };
        ArrayMethods.splice = function (start, count) {
          var n = this.length, from = start | 0, more = Math.max(arguments.length - 2, 0);
          from = from < 0 ? Math.max(n + from, 0) : Math.min(from, n);
          var gone = Math.min(Math.max(count === undefined ? n - from : count | 0, 0), n - from);
          var removed = this.slice(from, from + gone), rest = this.slice(from + gone), i;
          for (i = 0; i < more; i++) this[from + i] = arguments[i + 2];
          for (i = 0; i < rest.length; i++) this[from + more + i] = rest[i];
          this.length = n - gone + more;
          return removed;
        };
        ArrayMethods.concat = function () {
          var all = this.slice(0);
          for (var i = 0; i < arguments.length; i++) {
            if (Array.isArray(arguments[i])) for (var j = 0; j < arguments[i].length; j++) all[all.length] = arguments[i][j];
            else all[all.length] = arguments[i];
          }
          return all;
        };
        ArrayMethods.reverse = function () {
          for (var i = 0, j = this.length - 1; i < j; i++, j--) { var kept = this[i]; this[i] = this[j]; this[j] = kept; }
          return this;
        };
        ArrayMethods.indexOf = function (wanted, start) {
          for (var i = start | 0; i < this.length; i++) if (this[i] === wanted) return i;
          return -1;
        };
        ArrayMethods.lastIndexOf = function (wanted) {
          for (var i = this.length - 1; i >= 0; i--) if (this[i] === wanted) return i;
          return -1;
        };
        ArrayMethods.forEach = function (act, self) { for (var i = 0; i < this.length; i++) if (i in this) act.call(self, this[i], i, this); };
        ArrayMethods.map = function (act, self) {
          var made = [];
          for (var i = 0; i < this.length; i++) made[i] = act.call(self, this[i], i, this);
          return made;
        };
        ArrayMethods.filter = function (test, self) {
          var kept = [];
          for (var i = 0; i < this.length; i++) if (i in this && test.call(self, this[i], i, this)) kept[kept.length] = this[i];
          return kept;
        };
        ArrayMethods.every = function (test, self) {
          for (var i = 0; i < this.length; i++) if (i in this && !test.call(self, this[i], i, this)) return false;
          return true;
        };
        ArrayMethods.some = function (test, self) {
          for (var i = 0; i < this.length; i++) if (i in this && test.call(self, this[i], i, this)) return true;
          return false;
        };
        ArrayMethods.reduce = function (act, first) {
          var i = 0, sum = first;
          if (arguments.length < 2) {
            if (this.length === 0) throw new Error('reduce of an empty list without a first value');
            sum = this[0]; i = 1;
          }
          for (; i < this.length; i++) sum = act(sum, this[i], i, this);
          return sum;
        };
        ArrayMethods.reduceRight = function (act, first) {
          var i = this.length - 1, sum = first;
          if (arguments.length < 2) {
            if (this.length === 0) throw new Error('reduceRight of an empty list without a first value');
            sum = this[i]; i--;
          }
          for (; i >= 0; i--) sum = act(sum, this[i], i, this);
          return sum;
        };
        ArrayMethods.sort = function (order) {
          var before = order || function (a, b) { a = String(a); b = String(b); return a < b ? -1 : a > b ? 1 : 0; };
          var from = this.slice(0), to = [], n = from.length, width, left, middle, end, i, j, k, swap;
          for (width = 1; width < n; width *= 2) {
            for (left = 0; left < n; left += 2 * width) {
              middle = Math.min(left + width, n); end = Math.min(left + 2 * width, n);
              for (i = left, j = middle, k = left; k < end; k++)
                to[k] = i < middle && (j >= end || from[j] === undefined || from[i] !== undefined && before(from[i], from[j]) <= 0) ? from[i++] : from[j++];
            }
            swap = from; from = to; to = swap;
          }
          for (i = 0; i < n; i++) this[i] = from[i];
          return this;
        };
        """;
}
