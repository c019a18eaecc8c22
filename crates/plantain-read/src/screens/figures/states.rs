//! Settings and things with their states: "Bluetooth On", "front door locked".

use crate::Role;
use crate::lexicon::lexicon;
use crate::reader::Reader;
use crate::screens::emit;

/// Words of a setting with its state, at most ("Allow messages from everyone off").
const STATED_WORDS_MAX: usize = 7;

/// "Bluetooth On", "Airplane mode off": a setting and its state.
pub(super) fn state_at_end(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let settings = reader.brief.genre == crate::Genre::Settings
        || (0..from).any(|i| reader.key(i) == "settings");
    let app = reader.brief.genre == crate::Genre::MobileApp;
    app && thing_with_state(reader, from, to)
        || to - from <= STATED_WORDS_MAX
            && to > from + 1
            && (matches!(reader.key(to - 1), "on" | "off")
                || settings && is_state_abroad(&reader.text(to - 1, to).to_lowercase()))
            && (reader.is_capital(from) || settings)
            && (from..to).all(|i| reader.tokens[i].is_word())
}

/// "lights on", "front door locked": a thing of a home or a device, and its state.
fn thing_with_state(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 4;
    /// Words that "on" and "off" belong to as they do to no thing.
    const DOINGS: &[&str] = &[
        "turn", "log", "sign", "carry", "based", "focus", "focused", "go", "hold", "move", "come",
        "keep", "hands", "early", "later", "head", "live",
    ];
    let state = matches!(
        reader.key(to - 1),
        "on" | "off"
            | "locked"
            | "unlocked"
            | "armed"
            | "charging"
            | "connected"
            | "disconnected"
            | "online"
            | "offline"
            | "paused"
    );
    let thing = (from..to - 1).all(|at| {
        reader.tokens[at].is_word()
            && !lexicon().stops.contains_key(reader.key(at))
            && !DOINGS.contains(&reader.key(at))
    });
    state && thing && to > from + 1 && to - from <= WORDS_MAX
}

/// Adds the name before a state and the state as a pair.
pub(super) fn named_state(reader: &mut Reader<'_>, from: usize, to: usize) {
    let label = emit(reader, from, to - 1, Role::Item);
    let value = emit(reader, to - 1, to, Role::Value);
    reader.brief.pair(label, value);
}

/// "5:50 run on": in an app, a time with small words and a state.
pub(super) fn rings(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    reader.brief.genre == crate::Genre::MobileApp
        && to > from + 2
        && matches!(reader.key(to - 1), "on" | "off")
        && reader.is_lower(from + 1)
}

/// Words for on and off in other languages.
pub(super) fn is_state_abroad(word: &str) -> bool {
    matches!(
        word,
        "an" | "ein"
            | "aus"
            | "activado"
            | "activada"
            | "activados"
            | "activadas"
            | "activés"
            | "activée"
            | "activées"
            | "désactivés"
            | "désactivée"
            | "désactivées"
            | "ativada"
            | "desativada"
            | "attiva"
            | "attivi"
            | "attive"
            | "disattivati"
            | "disattivate"
            | "ativados"
            | "ativadas"
            | "desativados"
            | "desativadas"
            | "aktiv"
            | "inaktiv"
            | "включены"
            | "выключены"
            | "включено"
            | "выключено"
            | "увімкнено"
            | "вимкнено"
            | "desactivado"
            | "desactivada"
            | "encendido"
            | "apagado"
            | "activé"
            | "désactivé"
            | "ativado"
            | "desativado"
            | "attivo"
            | "disattivo"
            | "aan"
            | "uit"
            | "wł"
            | "wył"
            | "açık"
            | "kapalı"
            | "вкл"
            | "выкл"
            | "увімк"
            | "вимк"
    )
}
