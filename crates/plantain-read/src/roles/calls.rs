//! Texts that buttons carry.

use crate::Genre;

/// "Continue with Google", "Create account": on a form to sign in these are always buttons.
pub(super) fn signs_in(genre: Genre, text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let sends = genre == Genre::Form
        && matches!(
            lower.as_str(),
            "send"
                | "submit"
                | "send message"
                | "subscribe"
                | "book now"
                | "continue"
                | "next"
                | "save"
                | "enviar"
                | "senden"
                | "envoyer"
        );
    sends
        || matches!(genre, Genre::Login | Genre::SignUp)
            && (matches!(first, "continue" | "sign" | "log" | "login" | "register")
                && lower.contains(" with ")
                || matches!(
                    lower.as_str(),
                    "create account"
                        | "create my account"
                        | "sign up"
                        | "sign in"
                        | "log in"
                        | "register"
                ))
}

/// Short imperatives that buttons carry.
pub(super) fn is_call(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "shop",
        "buy",
        "order",
        "book",
        "sign",
        "join",
        "start",
        "get",
        "learn",
        "read",
        "subscribe",
        "download",
        "register",
        "apply",
        "reserve",
        "donate",
        "try",
        "explore",
        "discover",
        "view",
        "add",
        "continue",
        "submit",
        "save",
        "log",
        "checkout",
        "play",
        "watch",
        "call",
        "contact",
        "rsvp",
    ];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && VERBS.contains(&words[0])
        && matches!(
            *words.last().unwrap_or(&""),
            "now"
                | "more"
                | "up"
                | "in"
                | "started"
                | "today"
                | "here"
                | "us"
                | "free"
                | "demo"
                | "cart"
                | "tickets"
                | "all"
                | "online"
                | "out"
        )
}
