// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface ReleaseResponse {
}

export interface ReleaseResponseOutput {
}
