//! Style, mood, typeface, palette, ink, dark mode.

mod accept;
pub(crate) mod arranged;
pub(crate) mod palette;
pub(crate) mod shape;

use crate::canvas::color_list;
use crate::lexicon::{LookKind, lexicon};
use crate::reader::{Reader, Use};
use crate::{Background, Color, Genre};
use accept::accepts;
use palette::{background_from_palette, palette, push_color};

/// Fills `brief.look` and marks its words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    dark_mode(reader);
    viewpoint(reader);
    let mut at = 0;
    while at < reader.len() {
        let len = if reader.is_plain(at) {
            look_at(reader, at)
        } else {
            0
        };
        at += len.max(1);
    }
    let patterned = matches!(reader.brief.genre, Genre::Pattern | Genre::Gradient);
    if reader.brief.genre != Genre::Composed && (!reader.is_scene() || patterned) {
        palette(reader);
    }
    palette::tints(reader);
    background_from_palette(reader);
}

/// `"style": "art deco"`, `"colors": "navy, gold"`: looks told by the keys of a record.
pub(crate) fn of_record(reader: &mut Reader<'_>, record: &crate::Record) {
    for (key, value) in &record.fields {
        let key = key.rsplit('.').next().unwrap_or(key).to_lowercase();
        let words = value.to_lowercase();
        match key.as_str() {
            "style" | "mood" | "theme" | "look" | "aesthetic" => {
                for word in words.split([',', '/']).map(str::trim) {
                    darkness(reader, word);
                    match lexicon().looks.get(word) {
                        Some((LookKind::Style, style)) => {
                            push(&mut reader.brief.look.styles, style)
                        }
                        Some((LookKind::Mood, mood)) => push(&mut reader.brief.look.moods, mood),
                        _ => {}
                    }
                }
            }
            "color" | "colour" | "colors" | "colours" | "palette" | "accent" => {
                for word in words.split([',', '/']).map(str::trim) {
                    if let Some(&(name, rgb)) = lexicon().colors.get(word) {
                        let name = name.to_string();
                        push_color(&mut reader.brief.look.palette, Color { name, rgb });
                    }
                }
            }
            "mode" => darkness(reader, words.trim()),
            "dark" | "dark_mode" if words == "yes" => darkness(reader, "dark"),
            "background" => {
                darkness(reader, words.trim());
                if let Some(&(name, rgb)) = lexicon().colors.get(words.trim()) {
                    let name = name.to_string();
                    reader.brief.canvas.background = Some(Background::Color(Color { name, rgb }));
                }
            }
            _ => {}
        }
    }
}

/// "dark", "light" as the value of a field.
fn darkness(reader: &mut Reader<'_>, word: &str) {
    let dark = match word {
        "dark" | "dark mode" | "night" => true,
        "light" | "light mode" => false,
        _ => return,
    };
    reader.brief.look.dark.get_or_insert(dark);
}

/// "from above", "seen from the side": where the viewer stands is no relation.
fn viewpoint(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        let article = usize::from(matches!(reader.key(at + 1), "the" | "a"));
        let place = matches!(
            reader.key(at + 1 + article),
            "above"
                | "below"
                | "behind"
                | "side"
                | "front"
                | "afar"
                | "distance"
                | "overhead"
                | "top"
                | "back"
        );
        let closes = reader.is_sep(at + 2 + article) || reader.key(at + 2 + article) == "with";
        if reader.key(at) == "from" && place && closes && reader.is_plain(at) {
            let seen = at > 0 && matches!(reader.key(at - 1), "seen" | "viewed" | "shot");
            reader.mark(at - usize::from(seen), at + 2 + article, Use::Look);
        }
    }
}

fn dark_mode(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        // "book cover …, dark", "…, dark with a lighthouse": the word alone in its clause, or before what is shown.
        let alone = reader.key(at) == "dark"
            && at > 0
            && reader.clause_start(at) == at
            && (reader.clause_end(at) == at + 1 || reader.key(at + 1) == "with")
            && reader.is_plain(at)
            && !reader.is_scene();
        if alone {
            reader.brief.look.dark.get_or_insert(true);
            reader.mark(at, at + 1, Use::Look);
            continue;
        }
        let mode = matches!(
            reader.key(at + 1),
            "mode"
                | "theme"
                | "themed"
                | "ui"
                | "interface"
                | "design"
                | "version"
                | "background"
                | "dashboard"
                | "color"
                | "colour"
        );
        let dark = match reader.key(at) {
            "dark" | "dark-mode" | "darkmode" => true,
            "light" => false,
            _ => continue,
        };
        let hyphen = matches!(reader.key(at), "dark-mode" | "darkmode");
        let bare = at > 0
            && reader.uses[at - 1] == Use::Genre
            && (reader.is_sep(at + 1)
                || reader.key(at + 1) == "with"
                // "tableau de bord sombre des ventes"
                || reader.brief.language.0 != "en")
            && !reader.is_scene();
        // "login page, dark, email + password": the word alone between marks.
        let alone = crate::screens::is_interface(reader.brief.genre)
            && (at == 0 || reader.is_sep(at - 1))
            && reader.is_sep(at + 1);
        // "music player, dark purple": a dark colour that fills a clause is the screen's.
        let tinted = dark
            && crate::screens::is_interface(reader.brief.genre)
            && (at == 0 || reader.is_sep(at - 1))
            && (reader.key(at + 1) == "gradient"
                || crate::colors::color_at(&reader.tokens, at + 1).is_some_and(|(len, _)| {
                    let next = at + 1 + len;
                    // "dark grey & indigo"
                    let other = matches!(reader.key(next), "&" | "and" | "+")
                        && crate::colors::color_at(&reader.tokens, next + 1)
                            .is_some_and(|(len, _)| next + 1 + len == reader.clause_end(at));
                    next == reader.clause_end(at) || other
                }));
        if tinted && reader.is_plain(at) {
            reader.brief.look.dark.get_or_insert(true);
            continue;
        }
        let bare = bare || alone || leads_medium(reader, at);
        // "roadmap: now bug fixes, next dark mode": a step of a plan.
        let planned = reader.brief.genre == Genre::Timeline
            && at > reader.clause_start(at)
            && reader.uses[at - 1] == Use::Free
            && !matches!(reader.key(at - 1), "in" | "with" | "use" | "a" | "for");
        if planned || !(mode || hyphen || bare) || !reader.is_plain(at) {
            continue;
        }
        reader.brief.look.dark.get_or_insert(dark);
        let swallow = mode
            && !hyphen
            && !matches!(
                reader.key(at + 1),
                "dashboard" | "ui" | "interface" | "design" | "background"
            );
        reader.mark(at, at + 1 + usize::from(swallow), Use::Look);
        if reader.key(at + 1) == "background" && dark {
            reader.mark(at + 1, at + 2, Use::Canvas);
        }
    }
}

/// "dark sales dashboard", "a dark minimal poster": the word stands before the medium, with nothing between them but what the
/// screen is for and how it looks; a thing that is dark itself ("dark chocolate label", "dark green poster") is none.
fn leads_medium(reader: &Reader<'_>, at: usize) -> bool {
    const WORDS_MAX: usize = 3;
    const THINGS: &[&str] = &[
        "chocolate",
        "roast",
        "matter",
        "web",
        "rum",
        "beer",
        "ale",
        "horse",
        "ages",
        "humor",
        "humour",
        "forest",
        "fantasy",
        "magic",
        "room",
        "sky",
        "skies",
        "side",
        "comedy",
    ];
    let end = reader.clause_end(at);
    let Some(medium) =
        (at + 1..end.min(at + 2 + WORDS_MAX)).find(|&i| reader.uses[i] == Use::Genre)
    else {
        return false;
    };
    let screen = crate::screens::is_interface(reader.brief.genre);
    let lexicon = lexicon();
    let between = (at + 1..medium).all(|i| {
        let look = lexicon.looks.at(&reader.tokens, i).is_some();
        let topic = screen
            && reader.tokens[i].is_word()
            && matches!(reader.uses[i], Use::Topic | Use::Free | Use::Genre);
        look || topic
    });
    let next = at + 1;
    between
        && !reader.is_scene()
        && !THINGS.contains(&reader.key(next))
        && crate::colors::color_at(&reader.tokens, next).is_none()
}

/// Nouns that carry a look: "watercolor style", "clean design", "bold letters".
fn is_carrier_of_look(key: &str) -> bool {
    matches!(
        key,
        "style"
            | "styled"
            | "design"
            | "look"
            | "aesthetic"
            | "theme"
            | "themed"
            | "vibe"
            | "vibes"
            | "feel"
            | "layout"
            | "art"
            | "typography"
            | "font"
            | "fonts"
            | "letters"
            | "lettering"
            | "text"
            | "type"
            | "typeface"
            | "mood"
            | "atmosphere"
            | "palette"
            | "colors"
            | "colours"
            | "tone"
            | "tones"
            | "illustration"
            | "painting"
            | "drawing"
            | "photo"
            | "photography"
            | "effect"
            | "graphics"
            | "graphic"
            | "print"
            | "inspired"
            | "lighting"
            | "light"
            | "spacing"
            | "whitespace"
            | "lines"
            | "shapes"
            | "details"
            | "minimalism"
            | "rendering"
            | "scheme"
    )
}

fn look_at(reader: &mut Reader<'_>, at: usize) -> usize {
    if let Some(len) = ink_at(reader, at) {
        return len;
    }
    if matches!(reader.key(at), "uppercase" | "capitals" | "all-caps")
        || reader.key(at) == "all" && reader.key(at + 1) == "caps"
    {
        reader.brief.look.uppercase = true;
        let len = if reader.key(at) == "all" { 2 } else { 1 };
        reader.mark(at, at + len, Use::Look);
        return len;
    }
    let usable = |i: usize| reader.is_plain(i);
    let Some((len, &(kind, word))) = lexicon().looks.at_with(&reader.tokens, at, usable) else {
        return 0;
    };
    let end = at + len;
    if !accepts(reader, at, end, kind) {
        return 0;
    }
    let look = &mut reader.brief.look;
    match kind {
        LookKind::Style => push(&mut look.styles, word),
        LookKind::Mood => push(&mut look.moods, word),
        LookKind::Typeface => drop(look.typeface.get_or_insert(word.to_string())),
    }
    let carrier = usize::from(is_carrier_of_look(reader.key(end)) && reader.is_plain(end));
    // In a scene a picture word such as "watercolor of" speaks about the look, and its noun stays a noun.
    reader.mark(at, end + carrier, Use::Look);
    mark_lead(reader, at);
    len + carrier
}

/// "in the style of", "in a … style".
fn mark_lead(reader: &mut Reader<'_>, from: usize) {
    let mut at = from;
    while at > 0
        && reader.is_free(at - 1)
        && matches!(reader.key(at - 1), "style" | "in" | "of" | "very" | "super")
    {
        at -= 1;
    }
    if reader.key(at) == "in" && reader.key(at + 1) == "style" || reader.key(at) == "style" {
        reader.mark(at, from, Use::Look);
    }
}

fn push(words: &mut Vec<String>, word: &str) {
    if !words.iter().any(|known| known == word) {
        words.push(word.to_string());
    }
}

/// Words for what is written, whose colour is the ink: "gold lettering".
pub(crate) fn is_lettering(key: &str) -> bool {
    matches!(
        key,
        "text"
            | "letters"
            | "lettering"
            | "font"
            | "type"
            | "typography"
            | "words"
            | "writing"
            | "letter"
            | "fonts"
            | "typeface"
            | "title"
            | "headline"
            | "script"
            | "print"
            | "numbers"
            | "digits"
            | "caps"
    )
}

/// "white serif letters", "gold text", "text in white": the text colour.
fn ink_at(reader: &mut Reader<'_>, at: usize) -> Option<usize> {
    let mut from = at;
    // "letras doradas": in languages whose adjectives follow, the colour stands right behind.
    let follows = matches!(reader.brief.language.0.as_str(), "es" | "pt" | "it" | "fr")
        && crate::colors::color_at(&reader.tokens, at + 1).is_some();
    let led = matches!(reader.key(at + 1), "in" | "is" | "color" | "colored");
    if is_lettering(reader.key(at)) && (led || follows) {
        from = at + 1 + usize::from(led);
        while matches!(
            reader.key(from),
            "a" | "bold" | "big" | "large" | "color" | "is"
        ) {
            from += 1;
        }
        let (end, mut colors) = color_list(reader, from)?;
        if lexicon().nouns.at(&reader.tokens, end).is_some()
            && colors.len() == 1
            && !reader.is_sep(end)
        {
            return None;
        }
        reader.brief.look.ink.get_or_insert(colors.remove(0));
        reader.mark(at + 1, end, Use::Look);
        return Some(end - at);
    }
    let (mut end, mut colors) = color_list(reader, from)?;
    let mut hops = 0;
    while hops < 4
        && reader.is_plain(end)
        && !is_lettering(reader.key(end))
        && (lexicon().looks.at(&reader.tokens, end).is_some()
            || matches!(
                reader.key(end),
                "big"
                    | "bold"
                    | "large"
                    | "foil"
                    | "metallic"
                    | "block"
                    | "thick"
                    | "small"
                    | "thin"
                    | "cursive"
                    | "handwritten"
                    | "capital"
            ))
    {
        if let Some((_, &(LookKind::Typeface, word))) = lexicon().looks.at(&reader.tokens, end) {
            reader.brief.look.typeface.get_or_insert(word.to_string());
        }
        end += 1;
        hops += 1;
    }
    let postposed = matches!(
        reader.brief.language.0.as_str(),
        "es" | "pt" | "fr" | "it" | "ar" | "he"
    );
    if !is_lettering(reader.key(end)) || !reader.is_plain(end) || postposed {
        return None;
    }
    // "gold title NOIR": the word still introduces a text.
    let role = matches!(reader.key(end), "title" | "headline");
    reader.brief.look.ink.get_or_insert(colors.remove(0));
    let stop = end + usize::from(!role);
    reader.mark(at, stop, Use::Look);
    Some(stop - at)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_dark_medium_is_dark() {
        for (prompt, dark) in [
            ("dark sales dashboard: revenue $48k", Some(true)),
            ("a dark login page", Some(true)),
            ("dark minimalist landing page for Nocturne", Some(true)),
            ("light settings page with toggles", Some(false)),
            (
                "tableau de bord sombre des ventes : revenus 12 €",
                Some(true),
            ),
            ("어두운 매출 대시보드: 매출 12", Some(true)),
            ("dark chocolate label, 70%", None),
            ("dark green poster: Jazz Night", None),
            ("dark forest book cover 'Lost'", None),
        ] {
            assert_eq!(crate::read(prompt).look.dark, dark, "{prompt}");
        }
    }

    #[test]
    fn letters_have_their_ink_and_the_medium_its_ground() {
        for (prompt, ground, ink, title) in [
            (
                "poster black with gold letters: Jazz Night, Friday 12 June",
                "black",
                "gold",
                "Jazz Night",
            ),
            (
                "cartel negro con letras doradas: Noche de Jazz, viernes 12 de junio",
                "black",
                "gold",
                "Noche de Jazz",
            ),
            (
                "affiche bleue, texte blanc : Vide-grenier, 3 mai",
                "blue",
                "white",
                "Vide-grenier",
            ),
        ] {
            let brief = crate::read(prompt);
            let color = match &brief.canvas.background {
                Some(crate::Background::Color(color)) => color.name.as_str(),
                _ => "",
            };
            let letters = brief.look.ink.as_ref().map_or("", |ink| &ink.name);
            let first = brief.literals.first().map_or("", |l| &l.text);
            assert_eq!((color, letters, first), (ground, ink, title), "{prompt}");
        }
    }

    #[test]
    fn a_gradient_has_all_its_colours_in_order() {
        for (prompt, colors) in [
            (
                "abstract gradient background from coral to mint",
                "coral mint",
            ),
            (
                "smooth gradient, navy at the top to peach at the bottom",
                "navy peach",
            ),
            (
                "gradient of peach, lavender and light blue",
                "peach lavender light blue",
            ),
        ] {
            let palette = crate::read(prompt).look.palette;
            let names: Vec<&str> = palette.iter().map(|c| c.name.as_str()).collect();
            assert_eq!(names.join(" "), colors, "{prompt}");
        }
    }
}
