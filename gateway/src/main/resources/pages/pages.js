"use strict";
// The token of a mail's link is in the fragment of the address, which is sent to no server. It is shown as text, never as markup.
const found = /^#token=([A-Za-z0-9._~-]{1,500})$/.exec(location.hash);
for (const place of document.querySelectorAll("[data-origin]")) place.textContent = location.origin;
if (found) {
    for (const place of document.querySelectorAll("[data-token]")) place.textContent = found[1];
}
