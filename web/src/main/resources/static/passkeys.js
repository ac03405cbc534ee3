// Passkeys on the sign-in page and the account page. Without this script, or in a browser without
// passkeys, these pages hide everything about passkeys.
"use strict";

(() => {
  const { PublicKeyCredential: passkeys } = window;
  if (!passkeys?.parseRequestOptionsFromJSON || !passkeys.parseCreationOptionsFromJSON) return;

  const cookie = (name) =>
    document.cookie
      .split("; ")
      .find((one) => one.startsWith(name + "="))
      ?.slice(name.length + 1) ?? "";

  // Throws the problem's sentence, which is written for the person at the browser.
  async function post(path, body) {
    const answer = await fetch(path, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-XSRF-TOKEN": cookie("__Host-XSRF-TOKEN") || cookie("XSRF-TOKEN"),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    const content = isJson ? await answer.json() : {};
    if (answer.ok) return content;
    throw new Error(
      answer.status === 403 || answer.status === 401
        ? "This page is too old. Load it again."
        : content.detail ?? "That did not work. Try again.",
    );
  }

  function words(e, host) {
    switch (e.name) {
      case "NotAllowedError":
        return "No passkey was used.";
      case "InvalidStateError":
        return "This device already has a passkey of yours.";
      case "SecurityError":
        return "Passkeys work only at the address " + host + ".";
      case "TypeError":
        return "There was no answer. Try again.";
      default:
        return e.message;
    }
  }

  // Runs `work` when the form is sent, one at a time. `work` reports the host its passkeys belong to.
  function take(id, work) {
    const form = document.getElementById(id);
    if (form === null) return;
    const told = form.querySelector(".told");
    const button = form.querySelector("button");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      told.hidden = true;
      button.disabled = true;
      let host = "";
      try {
        await work(form, (named) => (host = named));
        location.assign("/account");
      } catch (e) {
        told.textContent = words(e, host);
        told.hidden = false;
        button.disabled = false;
        button.focus();
      }
    });
  }

  take("passkey-sign-in", async (_, of) => {
    const question = await post("/sign-in/passkey/options");
    of(question.rpId);
    const shown = await navigator.credentials.get({
      publicKey: passkeys.parseRequestOptionsFromJSON(question),
    });
    await post("/sign-in/passkey", shown);
  });

  take("passkey-addition", async (form, of) => {
    const label = form.elements.label.value.trim();
    if (label === "") {
      form.elements.label.value = "";
      form.elements.label.focus();
      throw new Error("Give the passkey a name first.");
    }
    const question = await post("/account/passkeys/options");
    of(question.rp.id);
    const made = await navigator.credentials.create({
      publicKey: passkeys.parseCreationOptionsFromJSON(question),
    });
    await post("/account/passkeys", { label, credential: made });
  });
})();
