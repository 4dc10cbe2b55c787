# The dead-letter queue, the queue with its redrive policy, and the sender's identity; a repeat changes nothing.
set -eu
# Older command line tools do not read AWS_ENDPOINT_URL.
aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }
until aws sqs list-queues >/dev/null 2>&1; do sleep 1; done
dead=$(aws sqs create-queue --queue-name "$QUEUE-dlq" --attributes MessageRetentionPeriod=1209600 --query QueueUrl --output text)
arn=$(aws sqs get-queue-attributes --queue-url "$dead" --attribute-names QueueArn --query Attributes.QueueArn --output text)
url=$(aws sqs create-queue --queue-name "$QUEUE" --query QueueUrl --output text)
aws sqs set-queue-attributes --queue-url "$url" --attributes \
  "{\"MessageRetentionPeriod\":\"1209600\",\"ReceiveMessageWaitTimeSeconds\":\"5\",\"RedrivePolicy\":\"{\\\"deadLetterTargetArn\\\":\\\"$arn\\\",\\\"maxReceiveCount\\\":\\\"$MAX_RECEIVE_COUNT\\\"}\"}"
aws ses verify-email-identity --email-address "$SENDER"
echo "ready: $url"
