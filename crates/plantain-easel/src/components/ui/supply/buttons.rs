//! Buttons, told by their words or by what they do.

use plantain_read::{Component, Role};

use super::super::kit::Word;
use super::{Supply, capital, has_word};

/// Words that say how a button looks.
pub(super) const LOOKS_OF_BUTTONS: &[&str] = &[
    "big",
    "large",
    "small",
    "green",
    "red",
    "blue",
    "orange",
    "yellow",
    "black",
    "white",
    "purple",
    "pink",
    "teal",
    "gold",
    "golden",
    "rounded",
    "round",
    "primary",
    "secondary",
    "main",
    "outlined",
    "prominent",
    "bright",
    "single",
    "bold",
    "full-width",
    "wide",
    "huge",
    "dark",
    "light",
    "action",
    "call-to-action",
    "cta",
    "coloured",
    "colored",
    "nice",
    "clear",
    "bottom",
    "top",
];

/// Words of buttons that carry a symbol instead of words.
pub(super) const SYMBOLS_OF_BUTTONS: &[&str] = &[
    "shutter",
    "play",
    "pause",
    "floating",
    "plus",
    "back",
    "close",
    "menu",
    "radio",
    "social",
    "icon",
    "heart",
    "home",
    "power",
    "mic",
    "camera",
    "record",
    "hamburger",
    "toggle",
    "round",
    "push",
    "arrow",
    "volume",
    "microphone",
    "sos",
];

impl<'a> Supply<'a> {
    /// Takes the buttons, and those that the prompt describes by what they do ("continue button").
    pub fn buttons(&mut self) -> Vec<Word> {
        let mut out = self.all(&[Role::Button]);
        if std::mem::replace(&mut self.pushed, true) {
            return out;
        }
        for part in &self.brief.described {
            if part.kind != Component::Button {
                continue;
            }
            let words: Vec<&str> = part
                .words
                .split_whitespace()
                .filter(|word| !LOOKS_OF_BUTTONS.contains(word))
                .collect();
            let named = !words.is_empty()
                && words.len() <= 3
                && !words.iter().any(|word| SYMBOLS_OF_BUTTONS.contains(word));
            let text = capital(&words.join(" "));
            // "pay button says 'Pay $75'": one button, told and named.
            let lower = text.to_lowercase();
            if named
                && out
                    .iter()
                    .all(|known| !has_word(&known.text.to_lowercase(), &lower))
            {
                out.push(Word::built(text));
            }
        }
        out
    }
}
