//! What stands before every drawing, whichever protocol asks: limits first, since they cost least, then the policy.

use plantain_core::{Error, ImageRequest, LimitState};
use plantain_store::TaskRecord;

use crate::policy::Verdict;
use crate::{App, Caller, Cost, Drawn, Order, Pass, Plan, Watch};

impl App {
    /// Charges the request to its caller's limits, judges it by the caller's policy and writes down what is found. `waits`
    /// says whether the caller waits for the answer, and so takes one of its places until [`Pass::leave`].
    pub async fn admit(
        &self,
        caller: &Caller,
        request: &ImageRequest,
        waits: bool,
    ) -> Result<(Pass, Verdict), Error> {
        let images = u32::from(request.count.get());
        self.admit_for(caller, request, images, waits).await
    }

    async fn admit_for(
        &self,
        caller: &Caller,
        request: &ImageRequest,
        images: u32,
        waits: bool,
    ) -> Result<(Pass, Verdict), Error> {
        let cost = Cost {
            requests: 1,
            images,
            waits,
        };
        caller.check_model(&request.model)?;
        let mut pass = self.limits.check(caller, cost).await?;
        let tier_policy = self.limits.policy_of(caller);
        match self.policies.judge(caller, tier_policy, request).await {
            Ok(verdict) => {
                let audit = &self.audit;
                audit
                    .flagged(caller, &request.model, &verdict.flagged)
                    .await;
                Ok((pass, verdict))
            }
            Err(error) => {
                self.audit.refused(caller, &request.model, &error).await;
                pass.refund_images().await;
                pass.leave().await;
                Err(error)
            }
        }
    }

    /// Draws for a caller who waits.
    pub async fn draw(&self, order: Order, watch: Option<Watch>) -> Result<Drawn, Error> {
        let (mut pass, _) = self.admit(&order.caller, &order.request, true).await?;
        let drawn = self.tasks.draw(order, watch).await;
        if drawn.is_err() {
            pass.refund_images().await;
        }
        pass.leave().await;
        let mut drawn = drawn?;
        drawn.limits = pass.state;
        Ok(drawn)
    }

    /// Takes an order to be drawn later, and returns its task.
    pub async fn submit(&self, order: Order) -> Result<(TaskRecord, LimitState), Error> {
        let (mut pass, _) = self.admit(&order.caller, &order.request, false).await?;
        let running_max = self.limits.running_max(&order.caller);
        match self.tasks.submit(order, running_max).await {
            Ok(record) => Ok((record, pass.state)),
            Err(error) => {
                pass.refund_images().await;
                Err(error)
            }
        }
    }

    /// Plans for a caller who waits. A plan is a request and no picture.
    pub async fn plan(&self, caller: &Caller, request: ImageRequest) -> Result<Plan, Error> {
        let (mut pass, _) = self.admit_for(caller, &request, 0, true).await?;
        let plan = self.studio.plan(request).await;
        pass.leave().await;
        plan
    }
}
