//! Getting back in: asking for a link, choosing a new password, typing a code, waiting for a mail.

use plantain_read::{Genre, Role};
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::super::{ACCENTS, CUSTOM, Page, Shape3};
use crate::components::ui::accents::themes;
use crate::components::ui::form::asks;
use crate::components::ui::{Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

/// Boxes for a code, where the prompt gives no number.
const DIGITS: usize = 6;

/// Which step of getting back in is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// An address is asked for.
    Ask,
    /// A new password is chosen.
    Choose,
    /// A code is typed.
    Code,
    /// A mail was sent.
    Sent,
}

impl Way {
    /// Returns the step that the first words of the prompt name.
    pub fn of(studio: &Studio<'_>) -> Option<Self> {
        let brief = studio.brief;
        if brief.genre != Genre::Login {
            return None;
        }
        let head: String = brief
            .prompt
            .split([',', ':', '.', ';', '\n'])
            .next()
            .unwrap_or("")
            .to_lowercase();
        let head = format!(
            "{head} {}",
            plantain_read::english(&head, &brief.language.0)
        );
        let heard = brief.heard();
        let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
        if has(&head, &["sign in", "login", "log in"]) && !has(&head, &["back to"]) {
            return None;
        }
        if has(
            &head,
            &[
                "two-factor",
                "two factor",
                "2fa",
                "otp",
                "verification code",
                "passcode",
                "pin entry",
            ],
        ) || has(
            &heard,
            &["digit code", "enter the code", "6-digit", "4-digit"],
        ) {
            return Some(Self::Code);
        }
        if has(
            &head,
            &[
                "check your inbox",
                "email verification",
                "verify your email",
                "verify email",
                "magic link",
            ],
        ) {
            return Some(Self::Sent);
        }
        let reset = has(
            &head,
            &[
                "reset",
                "forgot",
                "recover",
                "new password",
                "lost password",
                "vergessen",
                "oublié",
            ],
        );
        let chosen = has(
            &heard,
            &["confirm password", "repeat password", "new password"],
        ) || brief
            .literals
            .iter()
            .filter(|l| l.role == Role::Field)
            .count()
            >= 2;
        if reset && chosen {
            Some(Self::Choose)
        } else {
            reset.then_some(Self::Ask)
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Ask => "key-round",
            Self::Choose => "lock",
            Self::Code => "shield-check",
            Self::Sent => "mail",
        }
    }
}

/// The words of a step.
struct Words {
    brand: Option<Word>,
    title: Word,
    under: Vec<Word>,
    fields: Vec<Word>,
    digits: usize,
    buttons: Vec<Word>,
    links: Vec<Word>,
}

/// Returns drafts of a card with this step.
pub fn direct(studio: &Studio<'_>, way: Way) -> Vec<Draft> {
    let start = studio.rng("layout").below(3);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let mut page = Page::new(studio, &theme, variant);
            page.kit.k = match page.shape {
                Shape3::Square => (page.w * 0.64 / 472.0).min(page.h / 600.0),
                Shape3::Wide => (page.h / 600.0).clamp(0.8, 1.6),
                Shape3::Tall => page.kit.k,
            };
            let words = words(&page.kit, studio, way);
            let root = card(&page, &words, way);
            Draft::new("one step in a card", theme, root)
                .because("One step asks for one thing: a mark says which, one button goes on, one link goes back.")
        })
        .collect()
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>, way: Way) -> Words {
    let mut supply = Supply::new(studio.brief);
    let heard = studio.brief.heard();
    let brand = supply.first(&[Role::Brand]);
    let title = supply.first(&[Role::Title]).unwrap_or_else(|| match way {
        Way::Ask => kit.label("Forgot password?"),
        Way::Choose => kit.label("Reset password"),
        Way::Code => kit.label("Enter the code"),
        Way::Sent => kit.label("Check your inbox"),
    });
    let mut fields = supply.all(&[Role::Field]);
    let mut links = supply.all(&[Role::Link]);
    let mut buttons = supply.buttons();
    if buttons.is_empty() && kit.filler {
        buttons = vec![match way {
            Way::Ask => kit.label("Send link"),
            Way::Choose => kit.label("Reset password"),
            Way::Code => kit.label("Verify"),
            Way::Sent => kit.label("Continue"),
        }];
    }
    let mut under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    under.extend(supply.rest().into_iter().map(|(_, word)| word));
    // What is the usual name of a field is one, wherever it was read.
    if matches!(way, Way::Ask | Way::Choose) {
        let (named, others): (Vec<Word>, Vec<Word>) = under.into_iter().partition(|word| {
            asks(&word.text) != crate::components::ui::form::Asks::Other
                && word.text.split_whitespace().count() <= 3
                && !word.text.contains('@')
        });
        fields.extend(named);
        under = others;
    }
    if fields.is_empty() && kit.filler {
        fields = match way {
            Way::Ask => vec![kit.label("Email")],
            Way::Choose => vec![kit.label("New password"), kit.label("Confirm password")],
            Way::Code | Way::Sent => Vec::new(),
        };
    }
    if links.is_empty() && kit.filler {
        links.push(match way {
            Way::Code | Way::Sent => kit.say("Resend code"),
            Way::Ask | Way::Choose => kit.say("Back to sign in"),
        });
        if way == Way::Sent {
            links[0] = kit.say("Back to sign in");
        }
    }
    let digits = (4..=8)
        .find(|n| heard.contains(&format!("{n}-digit")) || heard.contains(&format!("{n} digit")))
        .unwrap_or(DIGITS);
    Words {
        brand,
        title,
        under,
        fields,
        digits,
        buttons,
        links,
    }
}

fn card(page: &Page<'_>, words: &Words, way: Way) -> Node {
    let kit = &page.kit;
    let w = (kit.u(400.0) + kit.u(72.0)).min(page.w * 0.9);
    let mut node = col()
        .role("card")
        .w(w)
        .pad(kit.u(40.0))
        .gap(kit.u(20.0))
        .align(Place::Center)
        .radius(kit.radius().max(kit.u(4.0)))
        .fill(Token::Surface);
    if let Some(brand) = &words.brand {
        node = node.child(
            row()
                .gap(kit.u(10.0))
                .child(kit.logo_mark(30.0, page.variant))
                .child(kit.text(brand, Type::Heading).max_lines(1)),
        );
    }
    let d = kit.u(76.0);
    node = node
        .child(
            row()
                .size_box(d, d)
                .rigid()
                .center()
                .radius(d / 2.0)
                .fill(Token::AccentSoft)
                .child(icon(way.mark(), d * 0.44).color(Token::AccentText)),
        )
        .child(
            kit.text(&words.title, Type::Display)
                .centered()
                .balance()
                .max_lines(3),
        );
    for word in &words.under {
        let line = kit.text(word, Type::Body).leading(1.45);
        node = node.child(line.color(Token::Muted).centered().balance());
    }
    if way == Way::Code {
        node = node.child(boxes(kit, words.digits, w - kit.u(80.0)));
    }
    for (i, label) in words.fields.iter().enumerate() {
        let asks = asks(&label.text);
        node = node.child(kit.field(label, asks.hint(kit).as_ref(), asks.icon(), i == 0));
    }
    for (i, word) in words.buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        node = node.child(kit.button_sized(word, push, None, 50.0).fill_w());
    }
    for word in &words.links {
        node = node.child(kit.link(word, Type::Caption).size(kit.u(14.0).max(12.0)));
    }
    let node = kit.edge(kit.float(node));
    page.soft_ground(page.canvas().justify(Place::Center).align(Place::Center))
        .child(node)
}

/// Boxes for the digits of a code: some are filled, the next one is being typed into.
fn boxes(kit: &Kit<'_>, n: usize, w: f32) -> Node {
    let gap = kit.u(10.0);
    let side = ((w - gap * (n as f32 - 1.0)) / n as f32).min(kit.u(58.0));
    let typed = n / 2;
    let cells = (0..n).map(|i| {
        let cell = row()
            .size_box(side, side * 1.15)
            .rigid()
            .center()
            .radius(kit.radius().min(kit.u(12.0)));
        let cell = if i == typed {
            cell.stroke(Token::Accent, kit.u(2.0))
        } else {
            cell.stroke(Token::Line, 1.4)
        };
        if i >= typed || !kit.filler {
            return cell;
        }
        let digit = Word::invented(["4", "1", "8", "2", "7", "3"][i % 6]);
        cell.child(kit.figure(&digit, Type::Title).centered())
    });
    row()
        .role("code")
        .fill_w()
        .gap(gap)
        .justify(Place::Center)
        .children(cells)
}
