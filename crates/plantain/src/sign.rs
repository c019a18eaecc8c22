//! `plantain sign`.

use std::collections::BTreeMap;

use plantain_api::{RenderLink, render_purpose};
use plantain_app::{SystemWorld, World, derive};
use plantain_core::{Error, OutputFormat};
use serde_json::json;

use crate::cli::SignArgs;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::{screen, small_runtime};

pub fn run(args: SignArgs) -> Result<(), Failure> {
    let format = args.name.rsplit_once('.').map_or("", |(_, format)| format);
    OutputFormat::parse("NAME", format)?;
    let mut pairs = BTreeMap::new();
    for text in &args.with {
        let (word, value) = text.split_once('=').ok_or_else(|| {
            let remedy = "must be a word and a value, as in size=600x400";
            Error::invalid("invalid_pair", "--with", text, remedy)
        })?;
        pairs.insert(word.to_owned(), value.to_owned());
    }
    let owner = args.key.clone().unwrap_or_default();
    if let Some(key) = args.key {
        pairs.insert("key".to_owned(), key);
    }
    if let Some(hours) = args.hours {
        let end_s = SystemWorld.now_ms() / 1000 + i64::from(hours) * 3600;
        pairs.insert("expires".to_owned(), end_s.to_string());
    }
    let data = DataDir::of(&args.data);
    let link_secret = small_runtime()?.block_on(async {
        let database = data.open_database().await?;
        let secret = data.link_secret(&database, &SystemWorld).await;
        database.close().await;
        secret
    })?;
    let secret = derive(&link_secret, &render_purpose(&owner));
    let name = args.name;
    let path = RenderLink { name, pairs }.signed(&secret);
    let url = format!("{}{path}", args.base.trim_end_matches('/'));
    match args.json {
        true => screen::json(&json!({ "url": url })),
        false => screen::line(url),
    }
}
