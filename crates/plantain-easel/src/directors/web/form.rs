//! Forms: contact, booking, sign-up sheets, surveys.

mod rating;
mod state;

use plantain_read::Role;
use plantain_scene::build::{col, grid, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::form::{Asks, asks};
use crate::components::ui::told::{Choices, choices};
use crate::components::ui::{Form, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

/// What a form is headed by when the prompt gives no title: what it is for.
fn usual_title(brief: &plantain_read::Brief) -> &'static str {
    const TITLES: &[(&[&str], &str)] = &[
        (
            &["register", "registration", "sign up", "signup"],
            "Sign up",
        ),
        (&["create account", "new account"], "Create account"),
        (&["application", "apply", "job"], "Application"),
        (
            &["booking", "book ", "reservation", "appointment"],
            "Booking",
        ),
        (
            &["feedback", "survey", "questionnaire", "review"],
            "Feedback",
        ),
        (&["newsletter", "subscribe"], "Newsletter"),
        (&["order", "checkout", "payment"], "Order"),
    ];
    let prompt = brief.prompt.to_lowercase();
    TITLES
        .iter()
        .find(|(words, _)| words.iter().any(|word| prompt.contains(word)))
        .map_or("Contact", |(_, title)| title)
}

/// Returns drafts of a form.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if let Some(kind @ super::kinds::Kind::Checkout) = super::kinds::Kind::of(studio.brief) {
        return super::kinds::direct(studio, kind);
    }
    let start = studio.rng("layout").below(2);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let mut page = Page::new(studio, &theme, variant);
            match page.shape {
                // The card takes most of a square picture's width.
                super::Shape3::Square => {
                    page.kit.k = (page.w * 0.84 / 716.0).min(page.h / 700.0);
                }
                super::Shape3::Wide => page.kit.k = page.kit.k.max(roomy(studio, &page)),
                super::Shape3::Tall => {}
            }
            let (mut root, tall) = build(&page, studio);
            if tall > page.h * FULL {
                page.kit.k *= page.h * FULL / tall;
                root = build(&page, studio).0;
            }
            Draft::new("form", theme, root).because("Short fields stand in pairs, long ones take the whole width, and the button ends the form.")
        })
        .collect()
}

/// Share of the page's height that a form takes at most.
const FULL: f32 = 0.95;

/// The scale at which a form of few fields takes most of a wide page's height.
fn roomy(studio: &Studio<'_>, page: &Page<'_>) -> f32 {
    /// Points of a card without fields, of a row of two fields, and of a field of several lines.
    const FRAME: f32 = 250.0;
    const ROW: f32 = 96.0;
    const AREA: f32 = 158.0;
    const CARD_WIDE: f32 = 716.0;
    let fields = studio
        .brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Field);
    let (long, short): (Vec<_>, Vec<_>) = fields.partition(|l| asks(&l.text) == Asks::Message);
    let rows = short.len().max(2).div_ceil(2) as f32;
    let tall = FRAME + rows * ROW + long.len() as f32 * AREA;
    (page.h * 0.8 / tall).min(page.w * 0.72 / CARD_WIDE)
}

/// Returns the form on its ground, and about how high it is.
fn build(page: &Page<'_>, studio: &Studio<'_>) -> (Node, f32) {
    let kit = &page.kit;
    let mut supply = Supply::new(studio.brief);
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.label(usual_title(studio.brief)));
    let brand = supply.first(&[Role::Brand]);
    let mut steps = Vec::from_iter(state::step(&mut supply));
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let choices = choices(&mut supply);
    let dropped = state::dropped(&mut supply);
    let faults = state::faults(&mut supply);
    let filled = state::filled(&mut supply);
    let mut fields = supply.all(&[Role::Field]);
    let mut buttons = supply.buttons();
    let links = supply.all(&[Role::Link, Role::Small, Role::Caption]);
    let mut contacts: Vec<(Option<Word>, Word)> = supply
        .all(&[Role::Contact, Role::Place])
        .into_iter()
        .map(|word| (None, word))
        .collect();
    // What all of it costs stands under the fields.
    let (sums, pairs): (Vec<_>, Vec<_>) = supply.pairs().into_iter().partition(is_sum);
    // When somebody is there stands with the place.
    let (hours, pairs): (Vec<_>, Vec<_>) = pairs.into_iter().partition(is_hours);
    contacts.extend(hours.into_iter().map(|(label, value)| (Some(label), value)));
    let ticks = if supply.speaks_of(&["checkbox", "tickbox", "checkmark"]) {
        supply.all(&[Role::Item])
    } else {
        Vec::new()
    };
    fields.extend(supply.rest().into_iter().map(|(_, w)| w));
    // What buttons usually say is none of the fields; neither is the step that is shown.
    let (pushes, others): (Vec<Word>, Vec<Word>) = fields
        .into_iter()
        .partition(|word| plantain_read::is_caption(&word.text));
    fields = others;
    buttons.extend(pushes);
    let rated = fields
        .iter()
        .chain(pairs.iter().map(|(label, _)| label))
        .any(|label| rating::is_asked(&studio.brief.prompt, &label.text));
    // "4 of 5 stars" is no step.
    let step = crate::directors::mobile::step_of(&studio.brief.prompt).filter(|_| !rated);
    let (counted, others): (Vec<Word>, Vec<Word>) = fields
        .into_iter()
        .partition(|word| step.is_some() && word.text.split_once(" of ").is_some());
    fields = others;
    steps.extend(counted);
    if fields.is_empty() && pairs.is_empty() && kit.filler {
        fields = vec![kit.say("Name"), kit.say("Email"), kit.say("Message")];
    }
    let pairs = filled.into_iter().chain(pairs).collect();
    let asked = in_order(&studio.brief.prompt, fields, pairs);
    let w = page
        .kit
        .u(if page.tall() { 390.0 } else { 640.0 })
        .min(page.w - 2.0 * page.margin());
    let told = Told {
        prompt: &studio.brief.prompt,
        asked: &asked,
        choices: &choices,
        faults: &faults,
    };
    let head = head(page, brand.as_ref(), &title, &under, (step, &steps));
    let (body, mut tall) = body(page, &told, w);
    let stars = kit.filler && !rated && supply.speaks_of(&["stars", "star rating", "rate 1-5"]);
    let drops = dropped.is_some() || supply.speaks_of(&["upload", "drag and drop", "attach"]);
    tall += kit.u(76.0 + 48.0 + 20.0 * 3.0 + 50.0)
        + (under.len() + steps.len() + links.len()) as f32 * kit.u(26.0)
        + ticks.len() as f32 * kit.u(42.0)
        + sums.len() as f32 * kit.u(60.0)
        + if stars { kit.u(54.0) } else { 0.0 }
        + if drops { kit.u(104.0) } else { 0.0 };
    let mut node = col().role("form").w(w).gap(kit.u(20.0)).child(head);
    // What is rated comes before what is said of it.
    if stars {
        let given = rating::told(&studio.brief.prompt).unwrap_or(4.0);
        node = node.child(kit.stars(given, 34.0).filler());
    }
    node = node.child(body);
    if drops {
        node = node.child(upload(page, dropped.as_ref()));
    }
    for word in &ticks {
        node = node.child(
            row()
                .fill_w()
                .gap(kit.u(10.0))
                .child(kit.checkbox(state::is_ticked(&studio.brief.prompt), false))
                .child(kit.text(word, Type::Body).grow(1.0)),
        );
    }
    for (label, value) in &sums {
        let label = kit.text(label, Type::Strong).max_lines(1);
        let value = kit.figure(value, Type::Title);
        node = node.child(kit.rule()).child(kit.ends(label, value));
    }
    node = node.child(acts(page, &buttons, &studio.brief.prompt));
    for word in &links {
        node = node.child(kit.text(word, Type::Caption));
    }
    if contacts.is_empty() {
        return (on_ground(page, node), tall);
    }
    if page.tall() {
        return (on_ground(page, node.child(reach(page, &contacts))), tall);
    }
    let beside = kit.u(230.0);
    let w = (w + beside + kit.u(30.0)).min(page.w - 2.0 * page.margin() - kit.u(76.0));
    let form = node.w(w - beside - kit.u(30.0));
    let reach = reach(page, &contacts).w(beside).rigid();
    let line = row().w(w).gap(kit.u(30.0)).align(Place::Stretch);
    let line = if page.even() {
        line.child(form).child(reach)
    } else {
        line.child(reach).child(form)
    };
    (on_ground(page, line), tall)
}

/// Whether a pair is the sum of what a form asks for.
fn is_sum((label, value): &(Word, Word)) -> bool {
    const SUMS: &[&str] = &[
        "total",
        "price",
        "sum",
        "amount due",
        "due",
        "gesamt",
        "summe",
        "preis",
        "prix",
        "precio",
        "totale",
        "prezzo",
        "preço",
        "итого",
        "合计",
        "合計",
        "합계",
    ];
    let lower = label.text.to_lowercase();
    Form::of(&value.text) == Form::Money && SUMS.iter().any(|word| lower.contains(word))
}

/// Whether a pair tells when somebody is there.
fn is_hours((label, _): &(Word, Word)) -> bool {
    const HOURS: &[&str] = &[
        "open",
        "opening",
        "hours",
        "office hours",
        "opening hours",
        "geöffnet",
        "öffnungszeiten",
        "sprechzeiten",
        "horario",
        "horaires",
        "ouvert",
        "orari",
        "aperto",
        "horário",
        "openingstijden",
        "godziny otwarcia",
        "çalışma saatleri",
        "часы работы",
        "години роботи",
        "营业时间",
        "営業時間",
        "영업시간",
    ];
    HOURS.contains(&label.text.to_lowercase().as_str())
}

/// How else to reach the owner of the form: on a ground of its own, as high as the form.
fn reach(page: &Page<'_>, contacts: &[(Option<Word>, Word)]) -> Node {
    let kit = &page.kit;
    // On the accent as often as on a quiet ground.
    let (ground, ink, mark_ink) = match page.variant % 4 {
        0 | 1 => (Token::Accent, Token::AccentInk, Token::AccentInk),
        _ => (Token::Sunken, Token::Ink, Token::AccentText),
    };
    let lines = contacts.iter().map(|(label, word)| {
        let text = &word.text;
        let mark = if text.contains('@') {
            "mail"
        } else if label.is_some() {
            "clock"
        } else if text.starts_with(['+', '('])
            || text.bytes().filter(u8::is_ascii_digit).count() > 5
        {
            "phone"
        } else {
            "map-pin"
        };
        let mut words = col().grow(1.0).gap(kit.u(2.0));
        if let Some(label) = label {
            words = words.child(kit.text(label, Type::Caption).color(ink));
        }
        row()
            .fill_w()
            .gap(kit.u(10.0))
            .child(icon(mark, kit.u(18.0)).color(mark_ink).rigid())
            .child(words.child(kit.text(word, Type::Body).color(ink).max_lines(3)))
    });
    col()
        .role("contact")
        .fill_w()
        .gap(kit.u(18.0))
        .pad(kit.u(22.0))
        .radius(kit.radius())
        .fill(ground)
        .children(lines)
}

/// Brand, title and what stands under it; where the form has steps, how far one is.
fn head(
    page: &Page<'_>,
    brand: Option<&Word>,
    title: &Word,
    under: &[Word],
    (step, steps): (Option<(usize, usize)>, &[Word]),
) -> Node {
    let kit = &page.kit;
    let mut head = col().fill_w().gap(kit.u(8.0));
    if let Some(brand) = brand {
        head = head.child(
            row()
                .gap(kit.u(10.0))
                .child(kit.logo_mark(34.0, page.variant))
                .child(kit.text(brand, Type::Heading)),
        );
    }
    head = head.child(kit.text(title, Type::Display).max_lines(3).balance());
    for word in under {
        head = head.child(kit.text(word, Type::Body).color(Token::Muted));
    }
    for word in steps {
        head = head.child(kit.text(word, Type::Caption).max_lines(1));
    }
    if let Some((at, all)) = step {
        let share = (at as f32 + 1.0) / all.max(1) as f32;
        head = head.child(
            kit.progress(share, 7.0, Token::Accent.into(), kit.accent_track())
                .margin(kit.u(6.0), 0.0, 0.0, 0.0),
        );
    }
    head
}

/// The buttons under the fields.
fn acts(page: &Page<'_>, buttons: &[Word], prompt: &str) -> Node {
    let kit = &page.kit;
    let usual = [kit.say("Send")];
    let shown: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        buttons
    };
    let acts = shown.iter().enumerate().map(|(i, word)| {
        let button = kit.button_sized(
            word,
            if i == 0 {
                Push::Primary
            } else {
                Push::Secondary
            },
            None,
            50.0,
        );
        let button = if state::is_greyed(prompt, &word.text) {
            button.opacity(0.45)
        } else {
            button
        };
        if page.tall() || shown.len() == 1 {
            button.fill_w()
        } else {
            button
        }
    });
    if page.tall() || shown.len() == 1 {
        col().fill_w().gap(kit.u(10.0)).children(acts)
    } else {
        row().gap(kit.u(12.0)).children(acts)
    }
}

/// Sets a form in the middle of the page, on a card where there is room for one.
fn on_ground(page: &Page<'_>, node: Node) -> Node {
    let kit = &page.kit;
    let root = page.soft_ground(page.canvas().justify(Place::Center).align(Place::Center));
    if page.tall() {
        return root.child(node);
    }
    let card = kit.float(
        col()
            .role("card")
            .pad(kit.u(38.0))
            .radius(kit.radius().max(kit.u(4.0)))
            .fill(Token::Surface),
    );
    root.child(kit.edge(card).child(node))
}

/// Where files are dropped, with what the prompt says there.
fn upload(page: &Page<'_>, word: Option<&Word>) -> Node {
    let kit = &page.kit;
    let usual = kit.label("Upload");
    row()
        .role("upload")
        .fill_w()
        .h(kit.u(84.0))
        .rigid()
        .center()
        .gap(kit.u(12.0))
        .radius(kit.radius().min(kit.u(16.0)))
        .fill(Token::AccentSoft)
        .dashed(Token::Accent, kit.u(1.5), kit.u(7.0), kit.u(5.0))
        .child(icon("cloud-upload", kit.u(26.0)).color(Token::AccentText))
        .child(
            kit.text(word.unwrap_or(&usual), Type::Strong)
                .color(Token::AccentText)
                .max_lines(1),
        )
}

/// What a form asks for, with what stands in it.
type Asked = (Word, Option<Word>);

/// The fields in the order of the prompt, those that are filled in among the others.
fn in_order(prompt: &str, fields: Vec<Word>, pairs: Vec<(Word, Word)>) -> Vec<Asked> {
    let lower = prompt.to_lowercase();
    let mut asked: Vec<Asked> = pairs
        .into_iter()
        .map(|(label, value)| (label, Some(value)))
        .chain(fields.into_iter().map(|label| (label, None)))
        .collect();
    asked.sort_by_key(|(label, _)| lower.find(&label.text.to_lowercase()));
    asked
}

/// What is told of the fields.
struct Told<'t> {
    prompt: &'t str,
    asked: &'t [Asked],
    choices: &'t [Choices],
    /// Fields that are not as they should be, each with what is wrong.
    faults: &'t [(String, Word)],
}

/// The fields, and about how high they are: short ones in pairs where there is room.
fn body(page: &Page<'_>, told: &Told<'_>, w: f32) -> (Node, f32) {
    let kit = &page.kit;
    let prompt = told.prompt;
    let asked = told.asked;
    // A question wants more than a word for an answer.
    let long = |(label, value): &Asked| {
        let text = &label.text;
        let ask = asks(text);
        value.is_none()
            && !rating::is_asked(prompt, text)
            && (matches!(ask, Asks::Message)
                || state::is_area(prompt, text)
                || ask == Asks::Other && text.split_whitespace().count() >= 5)
    };
    let two = !page.tall() && asked.len() > 2 && w > kit.u(500.0);
    let mut node = grid(if two { 2 } else { 1 })
        .fill_w()
        .gap(kit.u(18.0))
        .align(Place::Start);
    let mut placed = 0;
    let mut tall = 0.0;
    for (i, field) in asked.iter().enumerate() {
        let (label, value) = field;
        let long_here = long(field);
        let chosen = told
            .choices
            .iter()
            .find(|choice| choice.field == label.text);
        let fault = told
            .faults
            .iter()
            .find_map(|(name, word)| (*name == label.text).then_some(word));
        let mut cell = if rating::is_asked(prompt, &label.text) {
            rating::stars(page, prompt, label, value.as_ref())
        } else if let Some(choice) = chosen {
            kit.choice_field(label, &choice.words, state::chosen(prompt, &choice.words))
        } else if let Some(fault) = fault {
            state::faulty(page, label, value.as_ref(), fault)
        } else if long_here {
            area(page, label)
        } else if let Some(value) = value {
            state::given(page, label, value)
        } else {
            line(
                page,
                label,
                asks(&label.text),
                i == 0 && told.faults.is_empty(),
            )
        };
        // A short field that has nothing beside it takes the row.
        let beside = asked.get(i + 1).is_some_and(|next| !long(next));
        let lonely = !long_here && placed % 2 == 0 && !beside;
        if two && (long_here || lonely) {
            cell = cell.span(2);
        }
        if !two || long_here || lonely || placed % 2 == 0 {
            let extra = if fault.is_some() { 26.0 } else { 0.0 };
            tall += kit.u(if long_here { 158.0 } else { 94.0 } + extra);
        }
        placed = if long_here || lonely { 0 } else { placed + 1 };
        node = node.child(cell);
    }
    (node, tall)
}

/// A field of one line, with a sign where one chooses from a list.
fn line(page: &Page<'_>, label: &Word, ask: Asks, focus: bool) -> Node {
    let kit = &page.kit;
    let node = kit.field(label, ask.hint(kit).as_ref(), ask.icon(), focus);
    if ask != Asks::Choice {
        return node;
    }
    let mut node = node;
    if let Some(input) = node.children.last_mut() {
        input
            .children
            .push(icon("chevron-down", kit.u(18.0)).color(Token::Muted));
    }
    node
}

/// A field for several lines.
fn area(page: &Page<'_>, label: &Word) -> Node {
    let kit = &page.kit;
    let head = kit.text(label, Type::Caption).weight(600).color(Token::Ink);
    let h = kit.u(112.0);
    let well = col()
        .fill_w()
        .h(h)
        .rigid()
        .radius(kit.control_radius(kit.u(48.0)).min(kit.u(18.0)))
        .fill(Token::Surface)
        .stroke(Token::Line, 1.25);
    col()
        .fill_w()
        .gap(kit.u(7.0))
        .role("field")
        .child(head)
        .child(well)
}
