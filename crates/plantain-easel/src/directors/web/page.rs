//! A web page of no special kind: header, heading, what the prompt names, in the parts that fit.

use plantain_read::Role;
use plantain_scene::build::{col, grid, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::kinds::Kind;
use super::{ACCENTS, CUSTOM, Page, best_columns};
use crate::components::ui::accents::themes;
use crate::components::ui::form::asks;
use crate::components::ui::picture::{icon_for, known_object};
use crate::components::ui::shares::shares;
use crate::components::ui::supply::capital;
use crate::components::ui::{Entry, Form, Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

/// Canvases that are narrower (width by height) are phones.
const PHONE_RATIO: f32 = 0.72;
/// Most entries that leave room for a picture.
const FEW: usize = 3;

/// Returns drafts of a page; on a canvas as narrow as a phone it is an app's screen, unless the prompt speaks of the web.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let web = Supply::new(studio.brief).speaks_of(&["web", "site", "blog", "browser", "homepage"]);
    if studio.ratio() < PHONE_RATIO && !web {
        return crate::directors::mobile::direct(studio);
    }
    // A page whose columns are named is a table.
    if studio
        .brief
        .lists
        .iter()
        .any(|list| list.kind.contains("column"))
    {
        return super::table::direct(studio);
    }
    if let Some(kind) = Kind::of(studio.brief) {
        return super::kinds::direct(studio, kind);
    }
    direct_plain(studio)
}

/// Returns drafts of a page of no kind: what the prompt names stands in cards of one size.
pub fn direct_plain(studio: &Studio<'_>) -> Vec<Draft> {
    if studio.ratio() < PHONE_RATIO {
        return crate::directors::mobile::direct_plain(studio);
    }
    let start = studio.rng("layout").below(2);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let page = Page::new(studio, &theme, variant);
            let framed = !page.even() && !page.tall();
            let root = if framed {
                in_window(&page, studio)
            } else {
                build(&page, studio, page.w, page.h)
            };
            Draft::new(
                if framed { "page in a window" } else { "page" },
                theme.clone(),
                root,
            )
            .because("A heading leads, and what the prompt names follows in cards of one size.")
        })
        .collect()
}

fn in_window(page: &Page<'_>, studio: &Studio<'_>) -> Node {
    let kit = &page.kit;
    let edge = kit.u(38.0);
    let mut supply = Supply::new(studio.brief);
    let address = supply.form(crate::components::ui::Form::Url);
    let inner = Page {
        kit: page.kit.at(kit.k * 0.94),
        w: page.w - 2.0 * edge,
        h: page.h - 2.0 * edge,
        ..Page::new(studio, kit.theme, page.variant)
    };
    let window = kit.window((inner.w, inner.h), address.as_ref(), |w, h| {
        build(&inner, studio, w, h)
    });
    page.soft_ground(page.canvas()).child(window.at(edge, edge))
}

/// The words of a page by part.
struct Words {
    brand: Option<Word>,
    kicker: Option<Word>,
    title: Word,
    under: Vec<Word>,
    places: Vec<Word>,
    fields: Vec<Word>,
    filters: Vec<Word>,
    buttons: Vec<Word>,
    entries: Vec<Entry>,
    small: Vec<Word>,
    /// Parts follow the heading, so it stays small.
    compact: bool,
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>, framed: bool) -> Words {
    let mut supply = Supply::new(studio.brief);
    if framed {
        // The window's bar has it.
        let _ = supply.form(Form::Url);
    }
    let title = supply.first(&[Role::Title]);
    let mut brand = supply.first(&[Role::Brand]);
    // A page that is named and nothing more is headed by its name.
    let title = title.or_else(|| brand.take()).unwrap_or_else(|| {
        let topic = studio.brief.topic.first();
        topic.map_or_else(|| kit.label("Overview"), |t| Word::built(capital(t)))
    });
    let kicker = supply.first(&[Role::Kicker, Role::Badge]);
    let places = supply.all(&[Role::Tab, Role::Link]);
    let buttons = supply.all(&[Role::Button]);
    let fields = supply.all(&[Role::Field]);
    let filters = supply.list(&["filter", "chip"]).unwrap_or_default();
    let mut under = supply.all(&[Role::Subtitle, Role::Body]);
    under.extend(lone_facts(&mut supply));
    let small = supply.all(&[Role::Small, Role::Caption, Role::Contact]);
    let entries = supply.entries();
    under.extend(supply.rest().into_iter().map(|(_, word)| word));
    Words {
        brand,
        kicker,
        title,
        under,
        places,
        fields,
        filters,
        buttons,
        entries,
        small,
        compact: super::parts::any(studio),
    }
}

/// The only date, time and place of a page that lists things: they are told of all of it and not of the first.
fn lone_facts(supply: &mut Supply<'_>) -> Vec<Word> {
    let brief = supply.brief();
    if brief.lists.is_empty() {
        return Vec::new();
    }
    let lone = |role: Role| {
        let mut found = (0..brief.literals.len()).filter(|&at| brief.literals[at].role == role);
        let at = found.next()?;
        let owned = brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at))
            || brief.lists.iter().any(|list| list.items.contains(&at));
        (found.next().is_none() && !owned).then_some(at)
    };
    let found: Vec<usize> = [Role::Date, Role::Time, Role::Place]
        .into_iter()
        .filter_map(lone)
        .collect();
    found.into_iter().filter_map(|at| supply.take(at)).collect()
}

/// Title, what follows it, fields and buttons.
fn heading(page: &Page<'_>, words: &Words, inner: f32) -> Node {
    let kit = &page.kit;
    let size = match (page.tall(), words.entries.len() <= FEW) {
        (true, _) => 34.0,
        (false, true) if words.compact => 40.0,
        (false, true) => 58.0,
        (false, false) => 46.0,
    };
    let pad = kit.u(if page.tall() { 16.0 } else { 26.0 });
    let mut head = col().fill_w().gap(kit.u(12.0)).pad_xy(0.0, pad);
    if let Some(kicker) = &words.kicker {
        head = head.child(row().child(kit.accent_chip(kicker)));
    }
    let title = kit.text(&words.title, Type::Display).size(kit.u(size));
    head = head.child(title.leading(1.1).max_lines(3).balance());
    for word in &words.under {
        let line = kit.text(word, Type::Body).size(kit.u(18.0)).leading(1.45);
        head = head.child(line.color(Token::Muted).max_w(kit.u(720.0)));
    }
    for (i, label) in words.fields.iter().enumerate() {
        let ask = asks(&label.text);
        let field = kit.field(label, ask.hint(kit).as_ref(), ask.icon(), i == 0);
        head = head.child(col().w(inner.min(kit.u(460.0))).child(field));
    }
    if !words.filters.is_empty() {
        head = head.child(
            kit.choice_chips(&words.filters, 0)
                .wrap()
                .row_gap(kit.u(8.0)),
        );
    }
    if words.buttons.is_empty() {
        return head;
    }
    let buttons = words.buttons.iter().enumerate().map(|(i, word)| {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        kit.button_sized(word, push, None, 48.0)
    });
    head.child(row().gap(kit.u(12.0)).wrap().children(buttons))
}

fn build(page: &Page<'_>, studio: &Studio<'_>, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let words = words(kit, studio, !page.even() && !page.tall());
    let margin = page.margin();
    let inner = w - 2.0 * margin;
    let few = words.entries.len() <= FEW;
    let head = heading(page, &words, inner);
    let (brand, places, entries, small) =
        (&words.brand, &words.places, &words.entries, &words.small);
    let mut node = col().role("page").size_box(w, h).fill(Token::Canvas).pad4(
        0.0,
        margin,
        margin * 0.7,
        margin,
    );
    if brand.is_some() || !places.is_empty() {
        node = node.child(page.header(brand.as_ref(), places, &[]));
    } else {
        node = node.pad4(margin * 0.6, margin, margin * 0.7, margin);
    }
    let parts = super::parts::described(page, studio, inner, h);
    if few && !page.tall() && !parts.is_empty() {
        node = node
            .child(head.rigid())
            .child(col().fill_w().grow(1.0).gap(kit.u(20.0)).children(parts));
    } else if few && !page.tall() {
        let art = kit.subject_picture(
            studio.brief,
            page.variant,
            inner * 0.42,
            h * if entries.is_empty() { 0.68 } else { 0.5 },
        );
        let art = art.radius(kit.radius());
        let split = row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(32.0))
            .justify(Place::Between);
        node = node.child(split.child(head.w(inner * 0.52)).child(art));
    } else if few {
        let art = kit.subject_picture(
            studio.brief,
            page.variant,
            inner,
            h * if entries.is_empty() { 0.5 } else { 0.32 },
        );
        node = node.child(art.radius(kit.radius())).child(head.rigid());
    } else {
        node = node.child(head.rigid());
    }
    if !entries.is_empty() {
        node = node.child(
            cards(
                page,
                studio,
                entries,
                inner,
                h * if few { 0.2 } else { 0.6 },
            )
            .rigid(),
        );
    }
    for word in small {
        node = node.child(
            row()
                .fill_w()
                .rigid()
                .justify(Place::Center)
                .pad4(kit.u(14.0), 0.0, 0.0, 0.0)
                .child(kit.text(word, Type::Caption).centered()),
        );
    }
    node
}

/// Cards for what is named.
fn cards(page: &Page<'_>, studio: &Studio<'_>, entries: &[Entry], w: f32, h: f32) -> Node {
    let kit = &page.kit;
    if let Some(shares) = shares(entries) {
        return kit.share_card(entries, &shares);
    }
    let gap = kit.u(18.0);
    let columns = if page.tall() {
        1
    } else {
        best_columns(entries.len(), w, h, gap, 1.2).min(4)
    };
    let rows = entries.len().div_ceil(columns);
    let cw = (w - gap * (columns as f32 - 1.0)) / columns as f32;
    let ch = (h - gap * (rows as f32 - 1.0)) / rows as f32;
    let notes = entries.iter().map(|e| e.more.len()).max().unwrap_or(0) as f32;
    let below = kit.u(40.0) + kit.line(Type::Heading) * 2.0 + notes * kit.line(Type::Caption);
    let photo = (ch - below).min(cw * 0.8);
    let cells = entries.iter().enumerate().map(|(i, entry)| {
        let name = entry
            .name
            .clone()
            .or_else(|| entry.figure.clone())
            .unwrap_or_default();
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(4.0))
            .child(kit.text(&name, Type::Heading).max_lines(3));
        if let Some(figure) = entry.figure.as_ref().filter(|_| entry.name.is_some()) {
            words = words.child(kit.figure(figure, Type::Heading).color(Token::AccentText));
        }
        for more in &entry.more {
            words = words.child(kit.text(more, Type::Caption).max_lines(4));
        }
        if photo >= kit.u(70.0) && !page.tall() {
            if is_person(studio.brief, &name) {
                return portrait_card(kit, &name, words, i, (cw, photo));
            }
            return picture_card(kit, studio, &name, words, i, (cw, photo));
        }
        let mark = match known_object(&name.text) {
            _ if is_person(studio.brief, &name) => kit.avatar(&name.text, 60.0),
            Some(_) => kit
                .picture(&name.text, i, kit.u(64.0), kit.u(64.0), "image")
                .radius(kit.radius() * 0.7),
            None => kit.icon_tile(&icon_for(&name.text, "circle-dot"), 52.0, i),
        };
        kit.surface(
            row()
                .role("card")
                .fill_w()
                .fill_h()
                .pad(kit.u(20.0))
                .gap(kit.u(16.0)),
        )
        .child(mark)
        .child(words)
    });
    grid(columns).fill_w().gap(gap).children(cells)
}

/// Whether a name stands in a list of people ("speakers Ida Holm, Ravi Menon").
fn is_person(brief: &plantain_read::Brief, name: &Word) -> bool {
    const PEOPLE: &[&str] = &[
        "speaker",
        "member",
        "team",
        "instructor",
        "teacher",
        "coach",
        "trainer",
        "host",
        "founder",
        "author",
        "staff",
        "guest",
        "artist",
    ];
    let listed = |list: &plantain_read::List| {
        let names = |at: &usize| brief.literals.get(*at).is_some_and(|l| l.text == name.text);
        PEOPLE.iter().any(|kind| list.kind.contains(kind)) && list.items.iter().any(names)
    };
    brief.lists.iter().any(listed)
}

/// A card with a portrait on top.
fn portrait_card(kit: &Kit<'_>, name: &Word, words: Node, n: usize, (w, h): (f32, f32)) -> Node {
    let side = (h * 0.8).min(w * 0.6);
    let top = row()
        .size_box(w, h)
        .rigid()
        .center()
        .fill(kit.hue(n).1)
        .child(kit.avatar(&name.text, side / kit.u(1.0)));
    kit.surface(col().role("card").fill_w().clip())
        .child(top)
        .child(words.pad_xy(kit.u(18.0), kit.u(16.0)))
}

/// A card with what its name shows on top: the thing, a view, or a large mark on a tint.
fn picture_card(
    kit: &Kit<'_>,
    studio: &Studio<'_>,
    name: &Word,
    words: Node,
    n: usize,
    (w, h): (f32, f32),
) -> Node {
    let top = if kit.shows(&name.text) {
        kit.photo(&name.text, studio.brief, n, w, h)
    } else {
        let mark = icon_for(&name.text, ["sparkles", "layers", "star", "compass"][n % 4]);
        row()
            .size_box(w, h)
            .rigid()
            .center()
            .fill(kit.hue(n).1)
            .child(
                plantain_scene::build::icon(mark, (h * 0.4).min(kit.u(72.0))).color(kit.hue(n).0),
            )
    };
    kit.surface(col().role("card").fill_w().clip())
        .child(top)
        .child(words.pad_xy(kit.u(18.0), kit.u(16.0)))
}
