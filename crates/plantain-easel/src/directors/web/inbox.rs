//! A mailbox: folders, the list of mails, the open one.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, rect, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

mod compose;
mod empty;
mod open;

use empty::empty;
use open::reader;

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::nav::Stop;
use crate::components::ui::picture::icon_for;
use crate::components::ui::sample::{FULL_NAMES, MAILS};
use crate::components::ui::{Entry, Form, Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

#[derive(Default, Clone)]
struct Mail {
    from: Option<Word>,
    subject: Word,
    line: Option<Word>,
    time: Option<Word>,
    /// Whether it is shown as not read yet.
    unread: bool,
}

struct Words {
    brand: Option<Word>,
    title: Word,
    folders: Vec<Entry>,
    buttons: Vec<Word>,
    mails: Vec<Mail>,
    badge: Option<Word>,
    /// The open mail is asked for.
    pane: bool,
    /// Buttons under the open mail.
    replies: Vec<Word>,
}

/// Returns drafts of a mailbox.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let start = studio.rng("layout").below(3);
    let none =
        Supply::new(studio.brief).speaks_of(&["empty inbox", "inbox zero", "inbox is empty"]);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let page = Page::new(studio, &theme, variant);
            let root = if compose::is_asked(studio.brief) {
                compose::build(&page, studio)
            } else if none {
                empty(&page, studio)
            } else {
                build(&page, &words(&page.kit, studio))
            };
            Draft::new("mailbox", theme, root).because("Folders, list and open mail stand from left to right, from the whole to the detail.")
        })
        .collect()
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let brand = supply.first(&[Role::Brand]);
    let mut folders = supply
        .listed(&["folder", "label", "mailbox"])
        .unwrap_or_default();
    folders.extend(supply.counted(&[Role::Tab, Role::Link]));
    let sender = sender(&mut supply);
    let title = supply.first(&[Role::Title]);
    let (replies, buttons): (Vec<Word>, Vec<Word>) =
        supply.buttons().into_iter().partition(answers);
    let badge = supply.first(&[Role::Badge]);
    let mut mails = told(&mut supply);
    // "open one shows message 'Hi …'": what is told beside the mails is what the open one says.
    if let Some(open) = mails.first_mut().filter(|mail| mail.line.is_none()) {
        open.line = supply.first(&[Role::Body, Role::Quote]);
    }
    mails.extend(self::mails(&mut supply));
    if let Some(sender) = sender {
        match mails.first_mut().filter(|mail| mail.from.is_none()) {
            Some(first) => first.from = Some(sender),
            None => mails.insert(
                0,
                Mail {
                    from: Some(sender),
                    ..Mail::default()
                },
            ),
        }
    }
    if mails.is_empty() && kit.filler {
        mails = MAILS
            .iter()
            .map(|(from, subject, line)| Mail {
                from: Some(Word::invented(*from)),
                subject: Word::invented(*subject),
                line: Some(Word::invented(*line)),
                ..Mail::default()
            })
            .collect();
    }
    if kit.filler {
        complete(&mut mails);
        for (mail, name) in mails.iter_mut().zip(FULL_NAMES.iter().cycle()) {
            mail.from.get_or_insert_with(|| Word::invented(*name));
        }
        // A few mails that are told whole need no others beside them.
        let told = mails.iter().filter(|mail| mail.subject.is_asked()).count();
        if told < TOLD_ENOUGH {
            fill_up(&mut mails);
        }
    }
    if mails.iter().all(|mail| !mail.unread) {
        mails.iter_mut().take(2).for_each(|mail| mail.unread = true);
    }
    let pane = supply.speaks_of(&[
        "reading pane",
        "preview pane",
        "open mail",
        "open email",
        "open one",
        "open message",
        "opened",
        "selected",
    ]);
    let usual = kit.label("Inbox");
    let title = title.unwrap_or(usual);
    Words {
        brand,
        title,
        folders,
        buttons,
        mails,
        badge,
        pane: pane || !replies.is_empty(),
        replies,
    }
}

/// Whether a button answers the open mail ("Reply", "Forward").
fn answers(word: &Word) -> bool {
    const WORDS: &[&str] = &[
        "reply",
        "forward",
        "antworten",
        "weiterleiten",
        "répondre",
        "transférer",
        "responder",
        "reenviar",
        "rispondi",
        "inoltra",
        "beantwoorden",
        "doorsturen",
        "archive",
        "delete",
    ];
    let lower = word.text.to_lowercase();
    WORDS.iter().any(|answer| lower.starts_with(answer))
}

/// Takes who wrote the mail that is told: the name behind "from", whatever it was taken for.
fn sender(supply: &mut Supply<'_>) -> Option<Word> {
    let brief = supply.brief();
    if !brief.mails.is_empty() {
        return None;
    }
    let at = brief.literals.iter().position(|literal| {
        let before = brief
            .prompt
            .get(..literal.span.start)
            .unwrap_or("")
            .trim_end();
        let named = matches!(literal.role, Role::Title | Role::Person | Role::Text);
        named && before.to_lowercase().ends_with(" from")
    })?;
    supply.take(at)
}

/// Takes the mails that the prompt tells part by part.
fn told(supply: &mut Supply<'_>) -> Vec<Mail> {
    let told = &supply.brief().mails;
    told.iter()
        .map(|mail| Mail {
            from: mail.from.and_then(|at| supply.take(at)),
            subject: mail
                .subject
                .and_then(|at| supply.take(at))
                .unwrap_or_default(),
            line: mail.line.and_then(|at| supply.take(at)),
            time: mail.time.and_then(|at| supply.take(at)),
            unread: mail.unread,
        })
        .collect()
}

/// Takes mails from the brief: pairs are sender and subject, loose lines are subjects.
fn mails(supply: &mut Supply<'_>) -> Vec<Mail> {
    let pairs = supply.pairs();
    let people = supply.all(&[Role::Person]);
    let mut out: Vec<Mail> = pairs
        .into_iter()
        .map(|(label, value)| match Form::of(&value.text) {
            Form::Time | Form::Date => Mail {
                subject: label,
                time: Some(value),
                ..Mail::default()
            },
            _ => Mail {
                from: Some(label),
                subject: value,
                ..Mail::default()
            },
        })
        .collect();
    let brief = supply.brief();
    let rest: Vec<Word> = supply.rest().into_iter().map(|(_, word)| word).collect();
    let mut people = people.into_iter();
    let quoted = |word: &Word| {
        brief
            .literals
            .iter()
            .any(|l| l.text == word.text && l.origin == plantain_read::Origin::Quoted)
    };
    for word in rest {
        // "Priya 'Launch plan'": who writes stands before the subject in its quotes.
        if let Some(last) = out.last_mut()
            && last.from.is_none()
            && quoted(&word)
            && !last.subject.text.is_empty()
            && !quoted(&last.subject)
        {
            last.from = Some(std::mem::replace(&mut last.subject, word));
            continue;
        }
        match (Form::of(&word.text), out.last_mut()) {
            (Form::Time | Form::Date, Some(last)) if last.time.is_none() => last.time = Some(word),
            _ => out.push(Mail {
                subject: word,
                ..Mail::default()
            }),
        }
    }
    for mail in out.iter_mut().filter(|m| m.from.is_none()) {
        mail.from = people.next();
    }
    out.extend(people.map(|person| Mail {
        from: Some(person),
        ..Mail::default()
    }));
    out
}

/// Told mails that fill a list by themselves.
const TOLD_ENOUGH: usize = 3;

/// Adds sample mails behind those of the prompt, as a mailbox is never nearly empty.
fn fill_up(mails: &mut Vec<Mail>) {
    for (from, subject, line) in MAILS.iter().rev() {
        let known = mails.iter().any(|mail| {
            mail.subject.text == *subject || mail.from.as_ref().is_some_and(|w| w.text == *from)
        });
        if !known {
            mails.push(Mail {
                from: Some(Word::invented(*from)),
                subject: Word::invented(*subject),
                line: Some(Word::invented(*line)),
                ..Mail::default()
            });
        }
    }
}

/// Gives mails of which only the sender is known a subject and a first line.
fn complete(mails: &mut [Mail]) {
    for (i, mail) in mails.iter_mut().enumerate() {
        if mail.subject.text.is_empty() {
            let (_, subject, line) = MAILS[i % MAILS.len()];
            mail.subject = Word::invented(subject);
            mail.line = mail.line.take().or_else(|| Some(Word::invented(line)));
        }
    }
}

fn build(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let root = page.row_sheet();
    if page.tall() {
        return root.child(list(page, words, page.w, true));
    }
    let wide = page.w / page.h > 1.2;
    // All the width for the list, where no mail is told that is read at the side.
    let whole = page.variant % 3 == 2 && !words.pane && words.mails.iter().all(is_short);
    let open = (wide || words.pane) && !whole;
    let side = kit.u(match (is_slim(page, words), wide) {
        (true, _) => 76.0,
        (_, true) => 210.0,
        _ => 168.0,
    });
    let list_w = if open {
        (page.w - side) * 0.42
    } else {
        page.w - side
    };
    let mut root = root
        .child(sidebar(page, words, side))
        .child(list(page, words, list_w, false));
    if open {
        root = root
            .child(rect().w(1.0).fill_h().rigid().fill(Token::Line))
            .child(reader(page, words, page.w - side - list_w - 1.0));
    }
    root
}

/// Whether the places stand as marks alone: nothing at the side is told.
fn is_slim(page: &Page<'_>, words: &Words) -> bool {
    let told = !words.folders.is_empty() || !words.buttons.is_empty() || words.brand.is_some();
    page.variant % 3 == 1 && page.w / page.h > 1.2 && !told
}

/// Whether a row shows all of a mail that is told.
fn is_short(mail: &Mail) -> bool {
    const LETTERS_MAX: usize = 70;
    let line = mail.line.as_ref().filter(|line| line.is_asked());
    line.is_none_or(|line| line.text.chars().count() <= LETTERS_MAX)
}

fn sidebar(page: &Page<'_>, words: &Words, w: f32) -> Node {
    let kit = &page.kit;
    let slim = is_slim(page, words);
    let usual = [
        ("inbox", "Inbox"),
        ("star", "Starred"),
        ("send", "Sent"),
        ("file-text", "Drafts"),
        ("archive", "Archive"),
        ("trash-2", "Trash"),
    ];
    let stops: Vec<Stop> = if words.folders.is_empty() {
        usual
            .iter()
            .skip(usize::from(!kit.filler))
            .map(|(icon, name)| Stop::new(*icon, (kit.filler && !slim).then(|| kit.say(name))))
            .collect()
    } else {
        words
            .folders
            .iter()
            .map(|folder| {
                let name = folder.name.clone().unwrap_or_default();
                Stop::new(icon_for(&name.text, "folder"), Some(name)).counted(folder.figure.clone())
            })
            .collect()
    };
    let foot = words.buttons.is_empty().then(|| {
        row()
            .gap(kit.u(10.0))
            .pad_xy(kit.u(8.0), 0.0)
            .child(kit.avatar("Elena", 36.0))
            .child(col().grow(1.0))
    });
    let mut node = kit.sidebar(w, words.brand.as_ref(), &stops, 0, foot);
    let compose = words.buttons.first().map(|word| {
        kit.button_sized(word, Push::Primary, Some("pencil"), 44.0)
            .fill_w()
    });
    if let (Some(button), Some(panel)) = (compose, node.children.first_mut()) {
        panel.children.insert(1, button);
    }
    node
}

fn list(page: &Page<'_>, words: &Words, w: f32, with_folders: bool) -> Node {
    let kit = &page.kit;
    let pad = kit.u(if page.tall() { 20.0 } else { 16.0 });
    let mut head = row()
        .fill_w()
        .justify(Place::Between)
        .gap(kit.u(10.0))
        .child(kit.text(&words.title, Type::Title).max_lines(1));
    if let Some(badge) = &words.badge {
        head = head.child(kit.count_badge(badge));
    }
    let mut node = col()
        .role("mail-list")
        .w(w)
        .rigid()
        .fill_h()
        .pad_xy(pad, kit.u(22.0))
        .gap(kit.u(12.0))
        .child(head)
        .child(kit.search(&kit.say("Search")));
    if with_folders && !words.folders.is_empty() {
        let chips = words.folders.iter().map(|folder| folder_chip(kit, folder));
        node = node.child(
            row()
                .fill_w()
                .wrap()
                .gap(kit.u(8.0))
                .row_gap(kit.u(8.0))
                .children(chips),
        );
    }
    let row_h = kit.u(74.0);
    let asked = words
        .mails
        .iter()
        .filter(|m| m.subject.is_asked() || m.from.as_ref().is_some_and(Word::is_asked))
        .count();
    let room = ((page.h - kit.u(140.0)) / (row_h + kit.u(4.0))) as usize;
    // Asked mails always stand; sample mails fill the list up.
    let n = words.mails.len().min(room.max(asked));
    let rows = words
        .mails
        .iter()
        .take(n)
        .enumerate()
        .map(|(i, mail)| mail_row(kit, mail, i));
    node = node.child(col().fill_w().gap(kit.u(4.0)).children(rows));
    if with_folders && let Some(word) = words.buttons.first() {
        node = node.child(
            kit.button_sized(word, Push::Primary, Some("pencil"), 48.0)
                .fill_w(),
        );
    }
    node
}

/// A folder with its count, where there is no room for a sidebar.
fn folder_chip(kit: &Kit<'_>, folder: &Entry) -> Node {
    let chip = row()
        .role("folder")
        .rigid()
        .gap(kit.u(6.0))
        .pad_xy(kit.u(14.0), kit.u(7.0))
        .radius(kit.u(18.0))
        .fill(Token::Surface);
    let words = folder.name.iter().chain(&folder.figure).chain(&folder.more);
    let texts = words.map(|word| kit.text(word, Type::Caption).weight(600).max_lines(1));
    kit.edge(chip.children(texts))
}

fn mail_row(kit: &Kit<'_>, mail: &Mail, n: usize) -> Node {
    let unread = mail.unread;
    let open = n == 0;
    let from = mail.from.as_ref().unwrap_or(&mail.subject);
    let mut top = row().fill_w().gap(kit.u(8.0)).child(
        kit.text(from, Type::Strong)
            .weight(if unread { 700 } else { 500 })
            .max_lines(2)
            .grow(1.0),
    );
    if let Some(time) = &mail.time {
        top = top.child(kit.text(time, Type::Micro).rigid());
    } else if unread {
        top = top.child(
            ellipse()
                .size_box(kit.u(8.0), kit.u(8.0))
                .rigid()
                .fill(Token::Accent),
        );
    }
    let mut words = col().grow(1.0).gap(kit.u(2.0)).child(top);
    if mail.from.is_some() {
        words = words.child(
            kit.text(&mail.subject, Type::Caption)
                .color(Token::Ink)
                .max_lines(2),
        );
    }
    if let Some(line) = &mail.line {
        words = words.child(kit.text(line, Type::Caption).max_lines(1));
    }
    let node = row()
        .role("mail")
        .fill_w()
        .pad(kit.u(11.0))
        .gap(kit.u(12.0))
        .radius(kit.radius().min(kit.u(14.0)))
        .child(kit.avatar(&from.text, 40.0))
        .child(words);
    if open {
        node.fill(Token::AccentSoft)
    } else {
        node
    }
}
