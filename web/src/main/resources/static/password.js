// On the page that sets a password with a link. The code is after the # of the address, which
// browsers do not send. This moves the code into the form and removes it from the address.
"use strict";

(() => {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  const field = document.getElementById("code");
  field.value = code;
  field.closest("p").hidden = true;
  history.replaceState(null, "", location.pathname);
})();
