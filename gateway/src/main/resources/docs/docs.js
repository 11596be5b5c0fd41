// Shows the document named in the fragment of the address: a service's API, or the events.
"use strict";

const shown = document.getElementById("shown");

function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
}

function said(property) {
    const type = [].concat(property.type || "object").join(" or ");
    const of = property.items ? " of " + said(property.items) : "";
    const choice = property.enum ? ": " + property.enum.filter((value) => value !== null).join(", ") : "";
    return type + of + (property.format ? " (" + property.format + ")" : "") + choice;
}

function table(payload) {
    const rows = document.createElement("table");
    for (const [name, property] of Object.entries(payload.properties || {})) {
        const row = rows.insertRow();
        row.insertCell().textContent = name;
        row.insertCell().textContent = said(property);
    }
    return rows;
}

async function events() {
    const answer = await fetch("asyncapi.json");
    if (!answer.ok) {
        throw new Error("The events' document could not be read: " + answer.status);
    }
    const api = await answer.json();
    const page = document.createElement("div");
    page.className = "events";
    page.append(element("p", api.info.description));
    for (const channel of Object.values(api.channels)) {
        page.append(element("h2", channel.address), element("p", channel.description));
        for (const type of Object.keys(channel.messages)) {
            const details = document.createElement("details");
            details.append(element("summary", type), table(api.components.messages[type].payload));
            page.append(details);
        }
    }
    shown.replaceChildren(page);
}

async function show() {
    const name = location.hash.slice(1) || "workspace-service";
    const address = name === "events" ? "asyncapi.json" : "openapi/" + encodeURIComponent(name) + ".json";
    for (const link of document.querySelectorAll("nav a")) {
        link.toggleAttribute("aria-current", link.hash === "#" + name);
    }
    const source = document.getElementById("source");
    const link = element("a", address);
    link.href = address;
    source.replaceChildren("The document itself: ", link);
    if (name === "events") {
        try {
            await events();
        } catch (problem) {
            shown.replaceChildren(element("p", problem.message));
        }
    } else {
        SwaggerUIBundle({ url: address, domNode: shown, deepLinking: false, docExpansion: "list" });
    }
}

addEventListener("hashchange", show);
show();
