//! Settings: rows with switches, inputs and choices, in groups.

use plantain_read::{Component, Role};
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::card::RowSpec;
use crate::components::ui::form::{Asks, asks};
use crate::components::ui::picture::icon_in;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word, told};
use crate::directors::mobile::Subject;
use crate::studio::{Draft, Studio};

/// Canvases that are narrower (width by height) show a phone's settings.
const PHONE_RATIO: f32 = 0.72;

struct Words {
    brand: Option<Word>,
    title: Word,
    under: Option<Word>,
    places: Vec<Word>,
    fields: Vec<Word>,
    rows: Vec<Entry>,
    /// Whether each row is switched on, where the prompt tells it.
    states: Vec<Option<bool>>,
    buttons: Vec<Word>,
    /// The place that the prompt calls the open one, in lower case.
    open: Option<String>,
    /// What the prompt says, to find the open place.
    heard: String,
}

/// Returns drafts of a settings page; on a canvas as narrow as a phone it is an app's screen.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let heard = Supply::new(studio.brief);
    let phone = heard.speaks_of(&[
        "ios",
        "iphone",
        "android",
        "mobile",
        "phone",
        "app settings",
        "settings screen",
        "app",
    ]) && !heard.speaks_of(&["web", "page", "desktop", "sidebar", "website"]);
    if studio.ratio() < PHONE_RATIO || phone {
        return crate::directors::mobile::direct_as(studio, Subject::Settings);
    }
    let start = studio.rng("layout").below(3);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let page = Page::new(studio, &theme, variant);
            let words = words(&page.kit, studio);
            let page = page.for_few(words.rows.len() + words.fields.len(), 7);
            let root = build(&page, &words);
            Draft::new("settings", theme, root)
                .because("Each setting is one row: its name at the left, its state at the right.")
        })
        .collect()
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let brand = supply.first(&[Role::Brand]);
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.label("Settings"));
    let under = supply.first(&[Role::Subtitle, Role::Kicker]);
    let mut places = supply
        .list(&["section", "categor", "group", "page", "menu item"])
        .unwrap_or_default();
    places.extend(supply.all(&[Role::Tab, Role::Link]));
    let fields = supply.all(&[Role::Field]);
    let buttons = supply.buttons();
    let mut rows = supply.entries();
    rows.extend(supply.rest().into_iter().map(|(_, word)| Entry {
        name: Some(word),
        ..Entry::default()
    }));
    let toggles = studio
        .brief
        .described
        .iter()
        .any(|d| d.kind == Component::Toggle);
    let (fields, moved) = if toggles {
        (Vec::new(), fields)
    } else {
        (fields, Vec::new())
    };
    rows.splice(
        0..0,
        moved.into_iter().map(|word| Entry {
            name: Some(word),
            ..Entry::default()
        }),
    );
    if rows.is_empty() && fields.is_empty() {
        rows = told::enumerated(studio.brief, 3)
            .into_iter()
            .filter(|name| !is_part(&name.text))
            .map(|name| Entry {
                name: Some(name),
                ..Entry::default()
            })
            .collect();
    }
    // "profile settings with name, email": what is typed is no switch.
    let heard = studio.brief.heard();
    let mut fields = fields;
    if ["profile", "account"]
        .iter()
        .any(|word| heard.contains(word))
    {
        let (typed, others): (Vec<Entry>, Vec<Entry>) = rows.into_iter().partition(|row| {
            row.figure.is_none()
                && row.name.as_ref().is_some_and(|name| {
                    matches!(
                        asks(&name.text),
                        Asks::Name | Asks::Email | Asks::Phone | Asks::Address | Asks::Password
                    )
                })
        });
        rows = others;
        fields.extend(typed.into_iter().filter_map(|row| row.name));
    }
    let states = rows
        .iter()
        .map(|row| told_state(studio.brief, row))
        .collect();
    if rows.is_empty() && fields.is_empty() && kit.filler {
        rows = [
            "Notifications",
            "Privacy",
            "Security",
            "Appearance",
            "Language",
        ]
        .map(|name| Entry {
            name: Some(kit.say(name)),
            ..Entry::default()
        })
        .into();
    }
    let selected = |place: &&Word| studio.brief.state_of(&place.text) == Some(true);
    let open = places.iter().find(selected);
    let open = open.map(|place| place.text.to_lowercase());
    Words {
        brand,
        title,
        under,
        places,
        fields,
        rows,
        states,
        buttons,
        open,
        heard: studio.brief.heard(),
    }
}

fn build(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let mut head = col()
        .gap(kit.u(4.0))
        .child(kit.text(&words.title, Type::Display).max_lines(2));
    if let Some(under) = &words.under {
        head = head.child(kit.text(under, Type::Body).color(Token::Muted));
    }
    let last = words.buttons.len().saturating_sub(1);
    let actions = words.buttons.iter().enumerate().map(|(i, word)| {
        let push = if i == last {
            Push::Primary
        } else {
            Push::Secondary
        };
        if page.tall() {
            kit.button(word, push).fill_w()
        } else {
            kit.button_sized(word, push, None, 42.0)
        }
    });
    let actions: Vec<Node> = actions.collect();
    let spoken = ["sidebar", "left nav", "side nav", "left menu"]
        .iter()
        .any(|word| words.heard.contains(word))
        && !words.places.is_empty();
    let wide = page.w / page.h > 1.1;
    // One column in the middle, as often as places at the side.
    let lone = wide && !spoken && words.places.is_empty() && page.variant % 3 == 1;
    let side = !page.tall() && (wide || spoken) && !lone;
    let inset = if lone { page.w * 0.2 } else { margin };
    let mut main = col()
        .grow(1.0)
        .fill_h()
        .pad_xy(inset, kit.u(34.0))
        .gap(kit.u(22.0))
        .child(head);
    if !side && !words.places.is_empty() {
        main = main.child(kit.segments(&words.places, 0));
    }
    if lone && kit.filler {
        let usual = ["General", "Account", "Notifications"].map(|name| kit.say(name));
        main = main.child(kit.segments(&usual, open_at(&usual, words)).filler());
    }
    if !words.fields.is_empty() {
        main = main.child(fields(page, &words.fields));
    }
    if !words.rows.is_empty() {
        let rows: Vec<Node> = words
            .rows
            .iter()
            .enumerate()
            .map(|(i, entry)| {
                let on = words.states.get(i).copied().flatten();
                if shows_values(words) && entry.figure.is_none() && on.is_none() {
                    plain(kit, entry, i)
                } else {
                    setting(kit, entry, on, i)
                }
            })
            .collect();
        main = main.child(
            if side && page.variant % 3 == 2 && rows.len() >= TILES_MIN {
                tiles(kit, rows)
            } else {
                kit.row_card(rows)
            },
        );
    }
    let told = words.rows.len() + words.fields.len();
    if kit.filler && !page.tall() && page.w / page.h < 1.3 && told < FEW {
        main = main.child(usual_places(kit, words, FEW + 1 - told));
    }
    if !actions.is_empty() {
        main = main.child(if page.tall() {
            col().fill_w().gap(kit.u(10.0)).children(actions)
        } else {
            row()
                .fill_w()
                .justify(Place::End)
                .gap(kit.u(12.0))
                .children(actions)
        });
    }
    let root = page.row_sheet();
    if side {
        root.child(sidebar(page, words)).child(main)
    } else {
        root.child(main)
    }
}

/// Whether most rows show a value that is no state: the others then lead to one, and are no switches.
fn shows_values(words: &Words) -> bool {
    let valued = words.rows.iter().filter(|row| {
        row.figure
            .as_ref()
            .is_some_and(|figure| switched(&figure.text).is_none())
    });
    valued.count() * 2 > words.rows.len()
}

/// A row that leads to what it names.
fn plain(kit: &Kit<'_>, entry: &Entry, n: usize) -> Node {
    let name = entry.name.clone().unwrap_or_default();
    let mark = icon_in(&name.text, kit.tongue.code(), "sliders-horizontal");
    kit.list_row(RowSpec {
        lead: Some(kit.icon_tile(&mark, 40.0, n)),
        name,
        note: entry.more.first().cloned(),
        figure: None,
        trail: Some(kit.more()),
    })
}

/// Rows that need no others under them.
const FEW: usize = 3;
/// Settings that fill two columns of cards, at least.
const TILES_MIN: usize = 4;

/// Settings as cards of their own, two abreast.
fn tiles(kit: &Kit<'_>, rows: Vec<Node>) -> Node {
    let cells = rows.into_iter().map(|row| {
        kit.surface(col().role("card").fill_w().pad_xy(kit.u(18.0), kit.u(18.0)))
            .child(row)
    });
    plantain_scene::build::grid(2)
        .fill_w()
        .gap(kit.u(16.0))
        .children(cells)
}

/// Which of the places is open: the one that heads the page or that the prompt names.
fn open_at(places: &[Word], words: &Words) -> usize {
    let headed = words.title.text.to_lowercase();
    let names: Vec<String> = places.iter().map(|word| word.text.to_lowercase()).collect();
    names
        .iter()
        .position(|name| words.open.as_ref().is_some_and(|open| open == name))
        .or_else(|| names.iter().position(|name| *name == headed))
        .or_else(|| {
            names.iter().position(|name| {
                ["tab", "section", "page", "panel", "settings"]
                    .iter()
                    .any(|part| words.heard.contains(&format!("{name} {part}")))
            })
        })
        .unwrap_or(0)
}

/// Places that any settings lead to, but for those that the page names.
fn usual_places(kit: &Kit<'_>, words: &Words, n: usize) -> Node {
    let named = |name: &str| {
        let own = |word: &Word| word.text.eq_ignore_ascii_case(name);
        words.places.iter().any(own)
            || words
                .rows
                .iter()
                .any(|row| row.name.as_ref().is_some_and(own))
    };
    let rows = [
        ("Account", "user"),
        ("Privacy", "lock"),
        ("Security", "shield-check"),
        ("Language", "globe"),
        ("Appearance", "palette"),
        ("Help", "circle-help"),
    ]
    .into_iter()
    .map(|(name, mark)| (kit.say(name), mark))
    .filter(|(word, _)| !named(&word.text))
    .take(n.clamp(2, 4))
    .enumerate()
    .map(|(i, (name, mark))| {
        kit.list_row(RowSpec {
            lead: Some(kit.icon_tile(mark, 40.0, i + 2)),
            name,
            trail: Some(kit.more()),
            ..RowSpec::default()
        })
    });
    kit.row_card(rows.collect()).filler()
}

/// A part of the page and no setting ("avatar", "sidebar").
fn is_part(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "avatar", "sidebar", "tabs", "toggle", "toggles", "switches", "button", "form", "table",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

/// "SMS alerts (off)", "Weekly report on": the state that is told right behind a name.
pub fn told_state(brief: &plantain_read::Brief, row: &Entry) -> Option<bool> {
    let name = row.name.as_ref().filter(|_| row.figure.is_none())?;
    if let Some(state) = brief.state_of(&name.text) {
        return Some(state);
    }
    let at = brief.prompt.find(&name.text)? + name.text.len();
    let behind = brief.prompt[at..].trim_start_matches([' ', '(', '[', ':', '-', '=']);
    let word: String = behind.chars().take_while(|c| c.is_alphabetic()).collect();
    switched(&word)
}

fn sidebar(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let usual = [
        ("settings", "General"),
        ("user", "Account"),
        ("bell", "Notifications"),
        ("lock", "Privacy"),
        ("credit-card", "Billing"),
    ];
    let stops = kit.places(&words.places, &usual, "settings");
    let named = stops.iter().any(|s| s.name.is_some());
    let places = if words.places.is_empty() {
        usual.map(|(_, name)| Word::invented(name)).to_vec()
    } else {
        words.places.clone()
    };
    kit.sidebar(
        kit.u(if named { 232.0 } else { 76.0 }),
        words.brand.as_ref(),
        &stops,
        open_at(&places, words),
        None,
    )
}

fn fields(page: &Page<'_>, words: &[Word]) -> Node {
    let kit = &page.kit;
    let two = !page.tall() && words.len() > 1;
    let nodes = words.iter().enumerate().map(|(i, word)| {
        let asks = asks(&word.text);
        kit.field(word, asks.hint(kit).as_ref(), asks.icon(), i == 0)
    });
    let grid = plantain_scene::build::grid(if two { 2 } else { 1 })
        .fill_w()
        .gap(kit.u(18.0))
        .children(nodes);
    kit.card().pad(kit.u(22.0)).child(grid)
}

/// Returns a row: what a value is known for is shown, else a switch.
pub fn setting(kit: &Kit<'_>, entry: &Entry, on: Option<bool>, n: usize) -> Node {
    let name = entry
        .name
        .clone()
        .or_else(|| entry.figure.clone())
        .unwrap_or_default();
    let value = entry.figure.as_ref().filter(|_| entry.name.is_some());
    let state = value.and_then(|v| switched(&v.text));
    let trail = match (value, state) {
        (Some(value), None) => row()
            .gap(kit.u(8.0))
            .rigid()
            .child(kit.text(value, Type::Body).color(Token::Muted).max_lines(1))
            .child(kit.more()),
        (Some(value), Some(on)) => row()
            .gap(kit.u(10.0))
            .rigid()
            .child(kit.text(value, Type::Caption).max_lines(1))
            .child(kit.toggle(on)),
        (None, _) => kit.toggle(on.unwrap_or(n % 3 != 2)),
    };
    kit.list_row(RowSpec {
        lead: Some(kit.icon_tile(
            &icon_in(&name.text, kit.tongue.code(), "sliders-horizontal"),
            40.0,
            n,
        )),
        name,
        note: entry.more.first().cloned(),
        figure: None,
        trail: Some(trail),
    })
}

/// Reads "on" and "off".
pub fn switched(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "on" | "enabled" | "an" | "ein" | "activé" | "sí" | "yes" | "开" | "オン" => {
            Some(true)
        }
        "off" | "disabled" | "aus" | "désactivé" | "no" | "关" | "オフ" => Some(false),
        _ => None,
    }
}
