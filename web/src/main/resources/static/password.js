// On the page to set a password with a link: the code is behind the # of the address, which
// browsers send to nobody. It goes into the form, and out of the address.
"use strict";

(() => {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  const field = document.getElementById("code");
  field.value = code;
  field.closest("p").hidden = true;
  history.replaceState(null, "", location.pathname);
})();
