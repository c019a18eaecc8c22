//! Signing in and signing up: one form, in a card on a quiet ground or beside a coloured panel.

use plantain_read::{Genre, Role};
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{ACCENTS, CUSTOM, Page, Shape3};
use crate::components::ui::accents::themes;
use crate::components::ui::form::{Asks, asks};
use crate::components::ui::supply::has_word;
use crate::components::ui::told::{Choices, choices};
use crate::components::ui::{Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

mod frames;
mod recover;
mod sides;

use frames::{centred, full, split};
use sides::panel_on_left;

/// The words of a form.
struct Words {
    brand: Option<Word>,
    title: Word,
    under: Vec<Word>,
    /// What went wrong.
    alert: Option<Word>,
    fields: Vec<Word>,
    choices: Vec<Choices>,
    /// Ticks and switches ("Remember me").
    ticks: Vec<Word>,
    buttons: Vec<Word>,
    links: Vec<Word>,
    /// A question before a link ("New here?").
    rest: Vec<Word>,
    /// The step of several that is shown, from nought, and how many there are.
    step: Option<(usize, usize)>,
    /// What someone says of the service, and who.
    quote: Option<(Option<Word>, Option<Word>)>,
}

/// Words of what one ticks rather than fills in.
const TICKS: &[&str] = &[
    "remember",
    "keep me",
    "stay signed",
    "angemeldet",
    "agree",
    "accept",
    "terms",
    "akzeptier",
    "zustimm",
    "acepto",
    "aceito",
    "accetto",
    "akkoord",
    "akceptuj",
    "соглас",
    "동의",
    "同意",
    "se souvenir",
    "rester",
    "recordar",
    "ricordami",
    "lembrar",
];

/// Words of links that mend a forgotten password; they stand by the field.
const FORGOT: &[&str] = &[
    "forgot",
    "reset",
    "vergessen",
    "oubli",
    "olvid",
    "dimentic",
    "esquec",
    "忘",
    "забыл",
    "забув",
    "забул",
    "zapomn",
    "unut",
    "نسيت",
    "שכח",
    "भूल",
    "잊",
    "찾기",
    "lost",
];

/// Words of buttons that lead back.
pub(super) const RETREATS: &[&str] = &[
    "back",
    "cancel",
    "previous",
    "zurück",
    "abbrechen",
    "retour",
    "annuler",
    "atrás",
    "volver",
    "cancelar",
    "voltar",
    "indietro",
    "annulla",
    "terug",
    "annuleren",
    "wstecz",
    "geri",
    "назад",
];

/// Returns drafts of a form to sign in or up.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if let Some(way) = recover::Way::of(studio) {
        return recover::direct(studio, way);
    }
    let start = studio.rng("layout").below(3);
    // "split screen", "left half an illustration": the prompt names the layout.
    let halves = Supply::new(studio.brief).speaks_of(&[
        "split screen",
        "split layout",
        "split view",
        "left half",
        "right half",
        "half an illustration",
        "two columns",
        "on the left",
        "illustration on the right",
        "side illustration",
        "right side",
        "left side",
        "left panel",
        "right panel",
        "form on the right",
        "side panel",
        "image on the right",
        "photo on the right",
    ]);
    let told_left = panel_on_left(&studio.brief.heard());
    // A form of many fields is drawn smaller, so that it keeps its margins.
    let fields = studio
        .brief
        .literals
        .iter()
        .filter(|l| matches!(l.role, Role::Field | Role::Item))
        .count();
    let high = 640.0 + 84.0 * fields.saturating_sub(2) as f32;
    let mut drafts = Vec::new();
    for (i, theme) in themes(studio, CUSTOM, ACCENTS, 4).into_iter().enumerate() {
        for turn in 0..2 {
            let variant = start + i + turn;
            let mut page = Page::new(studio, &theme, variant);
            if page.shape == Shape3::Square && halves {
                page.kit.k = (page.w * 0.54 / 440.0).min(page.h / high);
            } else if page.shape == Shape3::Square {
                // The card takes about two thirds of a square picture.
                page.kit.k = (page.w * 0.64 / 472.0).min(page.h / high);
            } else if page.shape == Shape3::Wide {
                page.kit.k = (page.h / high).clamp(0.7, 1.5);
            }
            let words = words(&page.kit, studio);
            let (root, archetype) = match (page.shape, variant % 3) {
                (Shape3::Tall, _) => (full(&page, &words), "full page"),
                (Shape3::Wide, _) if halves => {
                    halved(&page, studio, &words, told_left.unwrap_or(false))
                }
                (Shape3::Square, _) if halves => {
                    halved(&page, studio, &words, told_left.unwrap_or(true))
                }
                (Shape3::Wide, 1) => halved(&page, studio, &words, false),
                (Shape3::Wide, 2) => halved(&page, studio, &words, true),
                _ => (centred(&page, &words), "card"),
            };
            drafts.push(
                Draft::new(archetype, theme.clone(), root)
                    .because("A form to sign in asks for one thing at a time, so it is one narrow column with its button at full width.")
                    .because("Fields carry their labels above them; the first one is being typed into."),
            );
        }
    }
    drafts
}

/// The form beside its panel, which stands left or right, and the name of that page.
fn halved(page: &Page<'_>, studio: &Studio<'_>, words: &Words, left: bool) -> (Node, &'static str) {
    let name = if left {
        "panel and form"
    } else {
        "form and panel"
    };
    (split(page, studio, words, left), name)
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let up = studio.brief.genre == Genre::SignUp;
    let brand = supply.first(&[Role::Brand]);
    let quote = testimonial(kit, &mut supply);
    let title = supply.first(&[Role::Title]);
    let choices = choices(&mut supply);
    let mut fields = supply.all(&[Role::Field]);
    let buttons = supply.buttons();
    let links = supply.all(&[Role::Link]);
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let alert = supply.first(&[Role::Callout]);
    // "checkbox I accept the rules": what the reader put at a box.
    let ticks = if supply.speaks_of(&["checkbox", "tickbox", "checkmark"]) {
        supply.all(&[Role::Item])
    } else {
        Vec::new()
    };
    let mut rest: Vec<Word> = supply.rest().into_iter().map(|(_, w)| w).collect();
    // What was read without a role but is the usual name of a field is one.
    let mut i = 0;
    while i < rest.len() {
        if asks(&rest[i].text) != Asks::Other && rest[i].text.chars().count() < 24 {
            fields.push(rest.remove(i));
        } else {
            i += 1;
        }
    }
    let is_tick = |text: &str| TICKS.iter().any(|w| has_word(text, w));
    let mut ticks = ticks;
    ticks.extend(take_if(&mut rest, is_tick));
    ticks.extend(take_if(&mut fields, is_tick));
    let mut links = links;
    if studio.filler {
        implied(kit, studio, &mut ticks, &mut links);
    }
    if fields.is_empty() && kit.filler {
        if up {
            fields.push(kit.say("Name"));
        }
        fields.extend([kit.say("Email"), kit.say("Password")]);
    }
    let verb = if up { "Sign up" } else { "Sign in" };
    let mut buttons = buttons;
    // What leads back stands behind what leads on.
    let social = |text: &str| social_icon(text).is_some() || service_of(text).is_some();
    let plain = buttons.iter().any(|word| !social(&word.text));
    buttons.sort_by_key(|word| {
        let back = RETREATS.contains(&word.text.to_lowercase().as_str());
        (back, plain && social(&word.text))
    });
    if studio.filler {
        services(studio, &mut buttons);
    }
    // A service to sign in with stands beside the form's own button, not in its place.
    let own = buttons
        .iter()
        .any(|b| social_icon(&b.text).is_none() && service_of(&b.text).is_none());
    if !own && (studio.filler || buttons.is_empty()) {
        buttons.insert(0, kit.label(verb));
    }
    // What one ticks heads no form ("Angemeldet bleiben").
    let title = match title {
        Some(word) if is_tick(&word.text.to_lowercase()) => {
            ticks.push(word);
            None
        }
        // "パスワードを忘れた方": nor does the way on for those who forgot their password.
        Some(word) if FORGOT.iter().any(|f| word.text.to_lowercase().contains(f)) => {
            links.push(word);
            None
        }
        title => title,
    };
    let title = title.unwrap_or_else(|| {
        if rest.is_empty() {
            kit.label(if up { "Sign up" } else { "Welcome back" })
        } else {
            rest.remove(0)
        }
    });
    Words {
        brand,
        title,
        under,
        alert,
        fields,
        choices,
        ticks,
        buttons,
        links,
        rest,
        step: crate::directors::mobile::step_of(&studio.brief.prompt),
        quote,
    }
}

/// Takes what someone says of the service, where the prompt speaks of that.
fn testimonial(kit: &Kit<'_>, supply: &mut Supply<'_>) -> Option<(Option<Word>, Option<Word>)> {
    if !supply.speaks_of(&["testimonial", "quote", "review"]) {
        return None;
    }
    let said = supply.first(&[Role::Quote]).or_else(|| {
        kit.filler
            .then(|| kit.say("It gives me back an hour every day."))
    });
    let brief = supply.brief();
    let near = brief.literals.iter().position(|literal| {
        let before = brief
            .prompt
            .get(..literal.span.start)
            .unwrap_or("")
            .to_lowercase();
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        before.ends_with("from") || before.ends_with(" by")
    });
    let by = supply
        .first(&[Role::Person, Role::Attribution])
        .or_else(|| near.and_then(|at| supply.take(at)));
    Some((said, by))
}

/// Ticks and links that the prompt names in passing: "email + password + remember me".
fn implied(kit: &Kit<'_>, studio: &Studio<'_>, ticks: &mut Vec<Word>, links: &mut Vec<Word>) {
    let heard = studio.brief.heard();
    if ticks.is_empty()
        && ["remember me", "keep me signed in", "stay signed in"]
            .iter()
            .any(|w| heard.contains(w))
    {
        ticks.push(kit.label("Remember me"));
    }
    if let Some(name) = told_tick(&heard).filter(|_| ticks.is_empty()) {
        ticks.push(Word::built(crate::components::ui::supply::capital(&name)));
    }
    let forgets = |w: &Word| FORGOT.iter().any(|f| w.text.to_lowercase().contains(f));
    if !links.iter().any(forgets)
        && [
            "forgot password",
            "forgot your password",
            "password reset link",
        ]
        .iter()
        .any(|w| heard.contains(w))
    {
        links.push(kit.label("Forgot password?"));
    }
}

/// Services that one can sign in with, as they write themselves.
const SERVICES: &[&str] = &[
    "Google",
    "Apple",
    "GitHub",
    "Microsoft",
    "Facebook",
    "SSO",
    "GitLab",
    "LinkedIn",
    "X",
];

/// The service that a button consists of, and nothing else.
fn service_of(text: &str) -> Option<&'static str> {
    SERVICES
        .iter()
        .find(|name| text.trim().eq_ignore_ascii_case(name))
        .copied()
}

/// "with sso", "google login": services that are named in passing have a button of their own.
fn services(studio: &Studio<'_>, buttons: &mut Vec<Word>) {
    let heard = studio.brief.heard();
    for name in SERVICES.iter().filter(|name| name.len() > 1) {
        let lower = name.to_lowercase();
        let known = buttons
            .iter()
            .any(|button| button.text.to_lowercase().contains(&lower));
        let told = [
            format!("with {lower}"),
            format!("{lower} login"),
            format!("{lower} sign"),
            format!("{lower} button"),
            format!("and {lower}"),
        ];
        let own = format!("with {lower}");
        let literal = studio
            .brief
            .literals
            .iter()
            .any(|l| l.text.to_lowercase().contains(&own));
        if !known && !literal && told.iter().any(|words| has_word(&heard, words)) {
            buttons.push(Word::built(*name));
        }
    }
}

/// "newsletter checkbox": the words right before the box, unless they are none of their own.
fn told_tick(heard: &str) -> Option<String> {
    let at = heard.find(" checkbox")?;
    let before = &heard[..at];
    let start = before
        .rfind([',', ':', ';', '.', '\n', '"', '\''])
        .map_or(0, |at| at + 1);
    let name = before[start..].trim();
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !matches!(*word, "a" | "an" | "the" | "with" | "and"))
        .collect();
    (1..=3).contains(&words.len()).then(|| words.join(" "))
}

fn take_if(words: &mut Vec<Word>, test: impl Fn(&str) -> bool) -> Vec<Word> {
    let all = std::mem::take(words);
    let (taken, left) = all.into_iter().partition(|w| test(&w.text.to_lowercase()));
    *words = left;
    taken
}

/// The form itself, as one column.
fn form(page: &Page<'_>, words: &Words, centred: bool) -> Node {
    let kit = &page.kit;
    let mut node = col().role("form").fill_w().gap(kit.u(18.0));
    node = node.child(head(page, words, centred));
    let forgot = words.links.iter().position(|w| {
        let lower = w.text.to_lowercase();
        FORGOT.iter().any(|word| lower.contains(word))
    });
    for (i, label) in words.fields.iter().enumerate() {
        let asks = asks(&label.text);
        let chosen = words
            .choices
            .iter()
            .find(|choice| choice.field == label.text);
        node = node.child(match chosen {
            Some(choice) => kit.choice_field(label, &choice.words, 0),
            None => kit.field(label, asks.hint(kit).as_ref(), asks.icon(), i == 0),
        });
    }
    let link = |w: &Word| kit.link(w, Type::Caption).size(kit.u(14.0).max(12.0));
    let ticks = words.ticks.iter().map(|word| {
        row()
            .gap(kit.u(10.0))
            .child(kit.checkbox(true, false))
            .child(kit.text(word, Type::Caption).color(Token::Ink))
    });
    let mut line = row().fill_w().justify(Place::Between).gap(kit.u(12.0));
    let mut any = false;
    for tick in ticks {
        line = line.child(tick);
        any = true;
    }
    if let Some(i) = forgot {
        if !any {
            line = line.justify(Place::End);
        }
        line = line.child(link(&words.links[i]));
        any = true;
    }
    if any {
        node = node.child(line);
    }
    let services = words
        .buttons
        .iter()
        .skip(1)
        .any(|b| service_of(&b.text).is_some() || social_icon(&b.text).is_some());
    for (i, word) in words.buttons.iter().enumerate() {
        if i == 1 && services && kit.filler {
            node = node.child(or_line(kit));
        }
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        let mark = (i > 0).then(|| social_icon(&word.text)).flatten();
        node = node.child(kit.button_sized(word, push, mark, 48.0).fill_w());
    }
    let others: Vec<&Word> = words
        .links
        .iter()
        .enumerate()
        .filter(|(i, _)| Some(*i) != forgot)
        .map(|(_, w)| w)
        .collect();
    if !others.is_empty() || !words.rest.is_empty() {
        let mut foot = row().fill_w().justify(Place::Center).gap(kit.u(6.0)).wrap();
        for word in &words.rest {
            foot = foot.child(kit.text(word, Type::Caption).size(kit.u(14.0).max(12.0)));
        }
        for word in others {
            foot = foot.child(link(word));
        }
        node = node.child(foot);
    }
    node
}

/// "or" between two lines.
fn or_line(kit: &Kit<'_>) -> Node {
    let line = || {
        plantain_scene::build::rect()
            .grow(1.0)
            .h(1.0)
            .fill(Token::Line)
    };
    row()
        .fill_w()
        .gap(kit.u(14.0))
        .child(line())
        .child(kit.text(&kit.say("or"), Type::Caption).max_lines(1))
        .child(line())
}

fn head(page: &Page<'_>, words: &Words, centred: bool) -> Node {
    let kit = &page.kit;
    let place = if centred { Place::Center } else { Place::Start };
    let mut mark = row()
        .gap(kit.u(10.0))
        .child(kit.logo_mark(44.0, page.variant));
    if let Some(brand) = &words.brand {
        mark = mark.child(kit.text(brand, Type::Heading).max_lines(1));
    }
    let title = kit
        .text(&words.title, Type::Display)
        .size(kit.u(32.0))
        .max_lines(3)
        .balance();
    let mut node = col()
        .fill_w()
        .gap(kit.u(8.0))
        .align(place)
        .pad4(0.0, 0.0, kit.u(6.0), 0.0);
    if let Some((at, all)) = words.step {
        let bars = (0..all).map(|n| {
            let ink = if n <= at { Token::Accent } else { Token::Line };
            row().grow(1.0).h(kit.u(6.0)).radius(kit.u(3.0)).fill(ink)
        });
        node = node.child(
            row()
                .role("progress")
                .fill_w()
                .gap(kit.u(6.0))
                .children(bars),
        );
    }
    node = node
        .child(mark.margin(0.0, 0.0, kit.u(10.0), 0.0))
        .child(if centred { title.centered() } else { title });
    for word in &words.under {
        let line = kit.text(word, Type::Body).color(Token::Muted);
        node = node.child(if centred { line.centered() } else { line });
    }
    if let Some(word) = &words.alert {
        let text = kit
            .text(word, Type::Caption)
            .weight(600)
            .color(Token::Negative);
        let line = row()
            .role("alert")
            .fill_w()
            .gap(kit.u(10.0))
            .pad_xy(kit.u(14.0), kit.u(11.0))
            .radius(kit.radius().min(kit.u(10.0)))
            .fill(Token::NegativeSoft)
            .child(
                plantain_scene::build::icon("circle-alert", kit.u(18.0))
                    .color(Token::Negative)
                    .rigid(),
            )
            .child(text.grow(1.0).max_lines(3));
        node = node.child(line);
    }
    node
}

/// Returns the icon of a service named on a button, where there is a plain one.
fn social_icon(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    if lower.contains("mail") {
        Some("mail")
    } else if lower.contains("sso") {
        Some("key-round")
    } else if lower.contains("phone") {
        Some("smartphone")
    } else if lower.contains("key") {
        Some("key-round")
    } else if has_word(&lower, "with") || has_word(&lower, "mit") || has_word(&lower, "avec") {
        Some("user-round")
    } else {
        None
    }
}
