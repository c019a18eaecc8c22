//! How orders are drawn: all pictures at once for a whole reply, one after another with previews of each for a stream, which
//! tells what belongs to which picture by the order of its events only.

use std::sync::Arc;

use plantain_app::{Caller, Drawn, Order, Preview, Terms, Watch};
use plantain_core::{Count, Error, ImageRequest, LimitState, Seed, Subject};
use tokio::sync::mpsc;

use crate::Server;
use crate::protocol::Protocol;

/// Steps that may wait for whoever tells of them; the drawing waits with the next picture.
const STEPS_WAITING_MAX: usize = 2;

/// Code of the error for an edit whose words are not understood.
pub const NOT_UNDERSTOOD: &str = "not_understood";

/// What happens while pictures are drawn.
#[derive(Debug)]
pub enum Step {
    /// What the picture that is being drawn is going to look like.
    Preview(Preview),
    /// The picture is finished; it is the only one of this drawing.
    Finished(Drawn),
    /// Nothing more comes.
    Failed(Error),
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Commission {
    pub request: ImageRequest,
    /// Drawn instead where the request is an edit whose words are not understood.
    pub anew: Option<Subject>,
    /// What the client's headers say of it.
    pub terms: Terms,
}

impl Commission {
    /// Returns what to draw instead after this error, if there is anything.
    fn instead(&self, error: &Error) -> Option<Self> {
        let subject = self.anew.clone()?;
        // The promise of the client's key was kept by the task that failed; this is another.
        let key = self.terms.idempotency_key.as_ref();
        (error.code == NOT_UNDERSTOOD).then(|| Self {
            request: ImageRequest {
                subject,
                ..self.request.clone()
            },
            anew: None,
            terms: Terms {
                idempotency_key: key.map(|key| format!("{key} anew")),
                ..self.terms.clone()
            },
        })
    }

    /// Returns the order that this caller places by it.
    pub fn order(self, caller: &Caller) -> Order {
        Order::new(caller.clone(), Protocol::OpenAi.name(), self.request).on(self.terms)
    }
}

impl From<ImageRequest> for Commission {
    fn from(request: ImageRequest) -> Self {
        Self {
            request,
            anew: None,
            terms: Terms::default(),
        }
    }
}

/// Draws every picture, if the caller may have them now.
pub async fn all(server: &Server, caller: &Caller, commission: Commission) -> Result<Drawn, Error> {
    let (mut pass, _) = server.app.admit(caller, &commission.request, true).await?;
    let draw = |commission: Commission| server.app.tasks.draw(commission.order(caller), None);
    let drawn = match draw(commission.clone()).await {
        Err(error) => match commission.instead(&error) {
            Some(instead) => draw(instead).await,
            None => Err(error),
        },
        drawn => drawn,
    };
    if drawn.is_err() {
        pass.refund_images().await;
    }
    pass.leave().await;
    let mut drawn = drawn?;
    drawn.limits = pass.state.clone();
    Ok(drawn)
}

/// A drawing under way.
#[derive(Debug)]
pub struct Started {
    pub steps: mpsc::Receiver<Step>,
    pub limits: LimitState,
}

/// Draws the pictures of the commission in order, if the caller may have them now, and tells of every step, with so many
/// previews of each at most. The drawing stops when nobody listens any more.
pub async fn start(
    server: &Arc<Server>,
    caller: &Caller,
    commission: Commission,
    previews: u8,
) -> Result<Started, Error> {
    let (mut pass, _) = server.app.admit(caller, &commission.request, true).await?;
    let limits = pass.state.clone();
    let (steps, heard) = mpsc::channel(STEPS_WAITING_MAX);
    let server = Arc::clone(server);
    let caller = caller.clone();
    tokio::spawn(async move {
        let mut finished = 0;
        let told = async {
            for commission in one_by_one(&server, commission) {
                let order = commission.clone().order(&caller);
                let drawn = draw_one(&server, order, previews, &steps).await?;
                let drawn = match drawn {
                    Err(error) => match commission.instead(&error) {
                        Some(instead) => {
                            draw_one(&server, instead.order(&caller), previews, &steps).await?
                        }
                        None => Err(error),
                    },
                    drawn => drawn,
                };
                let failed = drawn.is_err();
                finished += usize::from(!failed);
                tell(&steps, drawn.map_or_else(Step::Failed, Step::Finished)).await?;
                if failed {
                    break;
                }
            }
            Ok::<(), Gone>(())
        };
        tokio::select! {
            // Either way the stream is at its end.
            _ = told => {}
            () = steps.closed() => {}
        }
        if finished == 0 {
            pass.refund_images().await;
        }
        pass.leave().await;
    });
    Ok(Started {
        steps: heard,
        limits,
    })
}

/// Nobody listens any more.
struct Gone;

async fn draw_one(
    server: &Server,
    order: Order,
    previews: u8,
    steps: &mpsc::Sender<Step>,
) -> Result<Result<Drawn, Error>, Gone> {
    let (sink, mut shown) = mpsc::unbounded_channel();
    let watch = (previews > 0).then_some(Watch { previews, sink });
    let drawing = server.app.tasks.draw(order, watch);
    tokio::pin!(drawing);
    let drawn = loop {
        tokio::select! {
            biased;
            Some(preview) = shown.recv() => tell(steps, Step::Preview(preview)).await?,
            drawn = &mut drawing => break drawn,
        }
    };
    while let Ok(preview) = shown.try_recv() {
        tell(steps, Step::Preview(preview)).await?;
    }
    Ok(drawn)
}

async fn tell(steps: &mpsc::Sender<Step>, step: Step) -> Result<(), Gone> {
    steps.send(step).await.map_err(|_| Gone)
}

/// Returns a seed of our choosing.
pub fn some_seed(server: &Server) -> Seed {
    let random = server.app.world.random();
    Seed::from_random(std::array::from_fn(|index| random[index]))
}

/// Returns a commission for each picture, with the seeds that they have in one request for all of them.
fn one_by_one(server: &Server, commission: Commission) -> impl Iterator<Item = Commission> {
    let Commission {
        request,
        anew,
        mut terms,
    } = commission;
    let seed = request.seed.unwrap_or_else(|| some_seed(server));
    let alone = request.count == Count::ONE;
    if !alone {
        // One promise cannot be kept by several tasks.
        terms.idempotency_key = None;
    }
    (0..request.count.get()).map(move |index| Commission {
        request: ImageRequest {
            // A single picture leaves the choice to whoever draws, who then knows that it will hardly come again.
            seed: if alone {
                request.seed
            } else {
                Some(seed.derive(index))
            },
            count: Count::ONE,
            ..request.clone()
        },
        anew: anew.clone(),
        terms: terms.clone(),
    })
}
