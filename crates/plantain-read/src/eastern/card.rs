//! Business cards in Chinese and Japanese: "名刺 株式会社青空デザイン 代表取締役 山田太郎 電話 03-1234-5678".
//!
//! Every piece of a card is one of few things, and its own characters tell which: a company by its form, a post by its
//! ending, an address by its streets, a name by its length.

use super::is_wish;
use crate::{Brief, Literal, Origin, Pair, Role, Span};

/// Characters of a company's name.
const COMPANIES: &[&str] = &[
    "会社",
    "會社",
    "公司",
    "事務所",
    "事务所",
    "工作室",
    "集团",
    "集團",
    "銀行",
    "银行",
    "大学",
    "大學",
    "病院",
    "医院",
    "商店",
    "スタジオ",
    "クリニック",
    "サロン",
    "カフェ",
];

/// Characters with which a post ends.
const POSTS: &[&str] = &[
    "長",
    "长",
    "役",
    "経理",
    "经理",
    "總監",
    "总监",
    "总裁",
    "主管",
    "主任",
    "顾问",
    "顧問",
    "師",
    "师",
    "士",
    "家",
    "員",
    "员",
    "者",
    "担当",
    "教授",
    "秘书",
    "代表",
    "デザイナー",
    "エンジニア",
    "マネージャー",
    "ディレクター",
    "コンサルタント",
    "プランナー",
    "ライター",
    "カメラマン",
    "フォトグラファー",
    "イラストレーター",
];

/// Characters of an address.
const STREETS: &[&str] = &[
    "市", "区", "區", "県", "縣", "都", "府", "省", "路", "街", "町", "丁目", "番地", "号", "號",
    "〒",
];

/// Words before a number or an address.
const LABELS: &[&str] = &[
    "電話番号",
    "電話",
    "电话",
    "携帯",
    "手机",
    "手機",
    "メール",
    "邮箱",
    "郵箱",
    "電郵",
    "住所",
    "地址",
    "氏名",
    "姓名",
    "名前",
    "職業",
    "职位",
    "会社名",
    "公司",
];

/// Longest name of a person, in characters.
const NAME_CHARS_MAX: usize = 7;

/// Gives the pieces of a card their parts; nothing changes when no name is among them.
pub(super) fn settle(brief: &mut Brief, pieces: Vec<Span>) {
    let mut found: Vec<(Span, Role, Option<&'static str>)> = Vec::new();
    let mut lone = None;
    for span in pieces {
        let text = &brief.prompt[span.clone()];
        let bare = text.trim_end_matches([':', '：']);
        if let Some(label) = LABELS.iter().find(|label| **label == bare) {
            lone = Some(*label);
            continue;
        }
        let label = label_of(text);
        let start = label.map_or(span.start, |(_, len)| span.start + len);
        let text = &brief.prompt[start..span.end];
        let role = role_of(text);
        if role != Role::Text || !is_wish(brief, text) {
            let label = label.map(|(word, _)| word).or(lone.take());
            found.push((start..span.end, role, label));
        }
    }
    // The shortest of what says nothing of itself is the name.
    let name = (0..found.len())
        .filter(|&at| {
            let (span, role, _) = &found[at];
            *role == Role::Text && is_name(&brief.prompt[span.clone()])
        })
        .min_by_key(|&at| found[at].0.len());
    let Some(name) = name.filter(|_| found.len() >= 3) else {
        return;
    };
    found[name].1 = Role::Person;
    let mut pairs = Vec::new();
    let mut literals = Vec::new();
    for (span, role, label) in found {
        if let (Some(label), Role::Contact) = (label, role) {
            pairs.push(Pair {
                label: None,
                label_text: label.to_string(),
                value: literals.len(),
            });
        }
        literals.push(Literal {
            text: brief.prompt[span.clone()].to_string(),
            span,
            role: if role == Role::Text { Role::Body } else { role },
            origin: Origin::Inferred,
            on_object: None,
        });
    }
    super::replace(brief, literals);
    brief.pairs = pairs;
}

/// The word that labels a piece, and how many bytes it takes with the mark behind it.
fn label_of(text: &str) -> Option<(&'static str, usize)> {
    let label = LABELS.iter().find(|label| text.starts_with(**label))?;
    let rest = &text[label.len()..];
    let value = rest.trim_start_matches([':', '：', ' ']);
    (!value.is_empty() && value.len() < rest.len()
        || value.starts_with(|c: char| c.is_ascii_digit() || c == '+'))
    .then_some((*label, text.len() - value.len()))
}

fn role_of(text: &str) -> Role {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let address = STREETS
        .iter()
        .filter(|street| text.contains(**street))
        .count();
    if text.contains('@') || text.contains("www.") || text.is_ascii() && text.contains('.') {
        Role::Contact
    } else if address >= 2 || address == 1 && digits > 0 {
        Role::Place
    } else if digits >= 7 {
        Role::Contact
    } else if COMPANIES.iter().any(|word| text.contains(word)) {
        Role::Brand
    } else if POSTS.iter().any(|end| text.ends_with(end)) {
        Role::Title
    } else {
        Role::Text
    }
}

fn is_name(text: &str) -> bool {
    let chars = text.chars().count();
    (2..=NAME_CHARS_MAX).contains(&chars)
        && text
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '・' | '·'))
}
